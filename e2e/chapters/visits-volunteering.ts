import { xingfuli } from '@suishoupai/local/demo/places';
import { routeUrl } from '@suishoupai/shared/contract/route';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import * as z from 'zod/mini';
import type { Visits } from './visit.ts';

/** What the demo has of activities, each to be found by a part of its title. */
export const activitiesOf = async (url: string) => {
  const { path, response } = volunteeringRoutes.listActivities;
  const ask = async (when: 'coming' | 'past') => {
    const answer = await fetch(url + routeUrl(path, { communityId: xingfuli }, { when }));
    return z.parse(response, await answer.json()).items;
  };
  const all = [...(await ask('coming')), ...(await ask('past'))];
  return (title: string): string => {
    const activity = all.find((each) => each.title.includes(title));
    if (activity === undefined) throw new Error(`the demo has no activity with ${title} in its title`);
    return `id=${activity.id}`;
  };
};
export type Activities = Awaited<ReturnType<typeof activitiesOf>>;

const here = `communityId=${xingfuli}`;

/** The pages of volunteering, for residents and for who organises. */
export const volunteeringVisits = (activity: Activities): Visits => ({
  'volunteer/index/index': [
    { as: undefined, sees: '教老人用手机挂号' },
    {
      as: '李阿姨',
      sees: '教老人用手机挂号',
      open: async ({ role, see }) => {
        await role('radio', '我报名的').tap();
        await see('义剪进楼栋');
      },
    },
  ],
  'volunteer/activity/index': [
    { as: undefined, query: activity('挂号'), sees: '组织者' },
    { as: '顾老师', query: activity('挂号'), sees: '您已报名' },
    { as: '李阿姨', query: activity('义剪'), sees: /^核实了/ },
  ],
  'volunteer/record/index': [
    { as: undefined, sees: '登录后看服务记录' },
    { as: '李阿姨', sees: /^服务了/ },
  ],
  'volunteer/certificate/index': [{ as: undefined, sees: '证明上的编号' }],
  'volunteer/profile/index': [{ as: '李阿姨', sees: '能帮上什么' }],
  'organise/index/index': [{ as: '刘书记', query: here, sees: '需要核对的签到' }],
  'organise/make/index': [
    { as: '刘书记', query: here, sees: '时间和地点' },
    { as: '刘书记', query: activity('挂号'), sees: '时间和地点' },
  ],
  'organise/activity/index': [{ as: '刘书记', query: activity('挂号'), sees: '大家看到的样子' }],
  'organise/people/index': [
    { as: '刘书记', query: activity('清楼道'), sees: '李桂芳' },
    {
      as: '刘书记',
      query: activity('清楼道'),
      sees: '李桂芳',
      open: async ({ button, see }) => {
        await button('核实时长，李桂芳').tap();
        await see('时长和评价记进本人的服务记录，本人会收到消息。');
      },
    },
  ],
  'organise/flagged/index': [{ as: '刘书记', query: here, sees: '没有要核对的' }],
  'organise/volunteers/index': [{ as: '刘书记', query: here, sees: '李桂芳' }],
});
