import { xingfuli } from '@suishoupai/local/demo/places';
import { routeUrl } from '@suishoupai/shared/contract/route';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import * as z from 'zod/mini';
import type { Visits } from './visit.ts';

/** What the demo has on the shelf, each to be found by a part of its title. */
export const rewardsOf = async (url: string) => {
  const { path, response } = rewardRoutes.listRewards;
  const answer = await fetch(url + routeUrl(path, { communityId: xingfuli }));
  const { items } = z.parse(response, await answer.json());
  return (title: string): string => {
    const reward = items.find((each) => each.title.includes(title));
    if (reward === undefined) throw new Error(`the demo has no reward with ${title} in its title`);
    return `id=${reward.id}`;
  };
};
export type Rewards = Awaited<ReturnType<typeof rewardsOf>>;

const here = `communityId=${xingfuli}`;

/** The pages where points are spent, and the counter. */
export const rewardVisits = (reward: Rewards): Visits => ({
  'rewards/index': [{ as: undefined, query: here, sees: '东北大米 5 公斤' }],
  'rewards/reward/index': [
    { as: undefined, query: reward('大米'), sees: '居委会一楼服务台' },
    { as: '李阿姨', query: reward('保洁'), sees: '预告' },
    {
      as: '顾老师',
      query: reward('大米'),
      sees: '居委会一楼服务台',
      open: async ({ button, see }) => {
        await button('用 200 积分兑换').tap();
        await see('换完还剩');
      },
    },
  ],
  'rewards/orders/index': [{ as: '李阿姨', query: here, sees: '待领取' }],
  'rewards/order/index': [{ as: undefined, query: 'id=none', sees: '没有找到这笔订单' }],
  'counter/index': [
    { as: '刘书记', query: here, sees: '替居民兑换' },
    { as: '马师傅', query: here, sees: '输六位领取码' },
  ],
  'counter/orders/index': [{ as: '刘书记', query: here, sees: /^东北大米/ }],
  'counter/catalogue/index': [{ as: '刘书记', query: here, sees: '帆布购物袋' }],
  'counter/reward/index': [
    { as: '刘书记', query: here, sees: '多少积分、多少件' },
    { as: '刘书记', query: reward('大米'), sees: '经过' },
  ],
  'counter/serve/index': [{ as: '刘书记', query: here, sees: '念一遍，问他对不对' }],
});
