import { expect, test } from 'vitest';
import { casts, castsCarefully, lacks } from './forms-casting.ts';
import { community, type HallStory, voteIn } from './hall-story.ts';

const [gate, court, shed] = ['北门装夜间刷卡小门', '健身角铺塑胶地面', '快递柜搭雨棚'];
const title = '今年的民生微实事钱怎么花';

let voteId: string;

/** A vote that is made by hand, wrongly first, and then cast: everybody has points to give to what costs money. */
export const formsBudget = {
  announced: (story: HallStory) =>
    test('刘书记公告一次分预算：户数还是人数写得对，没写全的一样一样说', async () => {
      const liu = await story.at('刘书记', `council/desk/index?communityId=${community}`);
      await liu.button('开会或表决').tap();
      await liu.link(/^发起表决/).tap();
      await liu.button('写上要问什么').waitFor();
      await liu.write('要问什么', '今年 20 万元，您想办哪几件？');
      await liu.role('radio', '每户一票').tap();
      await liu.see(/^参与：户数占全体的过半数/);
      await liu.see(/^同意：户数占参与的过半数/);
      await liu.role('radio', '分预算').tap();
      await liu.button('至少写两个选项').waitFor();
      await liu.button('加一个选项').tap();
      for (const [at, [name, yuan]] of [
        [gate, '26000'],
        [court, '120000'],
        [shed, ''],
      ].entries()) {
        await liu.write(`选项 ${at + 1}`, name ?? '');
        await liu.write(`选项 ${at + 1} 要多少元`, yuan ?? '');
      }
      await liu.button('每个选项要写多少钱').waitFor();
      await liu.write('选项 3 要多少元', '38000.50');
      await liu.button('写上总预算').waitFor();
      await liu.write('总预算，元', '200000');
      await liu.write('表决名称', title);
      await liu.write('说明', '社区今年有 20 万元，大家把手里的 10 分给想办的事，按得分从高到低办，钱用完为止。');
      await liu.role('radio', '民生微实事项目征集').waitFor();
      await liu.see(/公告，满 3 天，最早 .+ 开始$/);
      await liu.button('公告这次表决').tap();
      await liu.see(/自动开始。开始时名册固定下来。$/);
      voteId = voteIn(liu.page.url());
      expect(story.trouble()).toEqual([]);
    }),

  cast: (story: HallStory) =>
    test('分预算：还剩几分一直写着，分完了加不上去，改投从上次分的开始', async () => {
      await story.moveTo(5, 9);
      const zhou = await story.at('周女士', `hall/vote/index?id=${voteId}`);
      await zhou.see('要 38000.5 元');
      await lacks(zhou, '请先选好');
      const [moreGate, moreCourt] = [zhou.button(`${gate}，多 1`), zhou.button(`${court}，多 1`)];
      for (let points = 0; points < 7; points += 1) await moreGate.tap();
      for (let points = 0; points < 3; points += 1) await moreCourt.tap();
      await zhou.see('0');
      for (const more of [moreGate, moreCourt]) expect(await more.getAttribute('aria-disabled')).toBe('true');
      await castsCarefully(zhou, '分好的预算', [`${gate}：7 分`, `${court}：3 分`], { isShared: true });
      await zhou.button('改投').tap();
      await zhou.button(`${gate}，少 1`).tap();
      await casts(zhou, '分好的预算', { isShared: true });
      await zhou.see(`${gate}：6 分`);
      expect(story.trouble()).toEqual([]);
    }),
};
