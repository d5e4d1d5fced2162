import { expect, test } from 'vitest';
import { casts } from './forms-casting.ts';
import { community, type HallStory } from './hall-story.ts';

/** Who votes for all: put on a list, and the only ones who may then. */
export const formsRepresentatives = {
  registered: (story: HallStory) =>
    test('登记居民代表，任期到哪天写着；登记错的撤下来，改动都记着', async () => {
      const liu = await story.at('刘书记', `council/representatives/index?communityId=${community}`);
      await liu.see('还没有居民代表');
      const register = async (name: RegExp) => {
        await liu.button('登记一位代表').tap();
        await liu.role('radio', '3 栋').tap();
        await liu.role('radio', name).tap();
        await liu.onSheet('登记').tap();
        await liu.page.getByRole('dialog').waitFor({ state: 'hidden' });
      };
      await register(/^李\*芳/);
      await register(/^王\*强/);
      await liu.see('2 位');
      await liu.button('登记一位代表').tap();
      await liu.role('radio', '3 栋').tap();
      await liu.role('radio', /^李\*芳/).tap();
      await liu.onSheet('登记').tap();
      await liu.role('alert', '').waitFor();
      await liu.onSheet('关闭').tap();
      await liu.button(/^王\*强/).tap();
      await liu.write('为什么撤下，比如 搬走了、换届了', '点错了');
      await liu.onSheet('撤下').tap();
      await liu.see(/撤下 王\*强：点错了$/);
      await liu.see('1 位');
      expect(story.trouble()).toEqual([]);
    }),

  cast: (story: HallStory, page: () => string) =>
    test('居民代表表决：代表投得了，不在名单上的说清为什么', async () => {
      const wang = await story.at('王先生', page());
      await wang.see('这次由居民代表表决，代表名单上没有您');
      const li = await story.at('李阿姨', page());
      await li.role('radio', /^同意$/).tap();
      await casts(li, '同意');
      await li.see('您投的是');
      expect(story.trouble()).toEqual([]);
    }),
};
