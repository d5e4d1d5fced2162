import type { TicketId } from '@suishoupai/shared/ids';
import { afterAll, describe, expect, test } from 'vitest';
import { castOf } from './cast.ts';
import type { Stage } from './chapter.ts';
import { handlePage, ticketPage } from './ticket-pages.ts';

const caller = '钱奶奶';
const phone = '021-5550 0177';
const wishes = ['楼下想装一排扶手', '活动室想多开一个晚上'] as const;
const among = '钱奶奶耳朵背，请打两遍';

/** What staff do for those who only telephone, and among themselves. */
export const desk = (stage: Stage) =>
  describe('居委会的台子', () => {
    const cast = castOf(stage);
    const tickets: TicketId[] = [];

    afterAll(cast.leave);

    test('电话来的，先问同意再登记，编号念给居民', async () => {
      const liu = await cast.call('刘书记');
      await liu.goTo('staff/enter/index?communityId=xfl');
      for (const wish of wishes) {
        await liu.write('居民怎么称呼，可以不填', caller);
        await liu.write('居民的电话，可以不填', phone);
        await liu.write('居民说的话', wish);
        await liu.button('更多类别，可以搜索').tap();
        await liu.write('搜索类别', '自治');
        await liu.role('radio', /^居民自治/).tap();
        await liu.button('地图选点').tap();
        await liu.role('radio', /^网格 07/).or(liu.button(/^网格 07/)).first().tap();
        await liu.button('就是这里').tap();
        await liu.see('在幸福里社区范围内');
        await liu.button('还差 同意').waitFor();
        await liu.role('radio', '口头同意').tap();
        await liu.button('登记').tap();
        await liu.see('已登记，把编号念给居民');
        await liu.see(/^XFL/);
        await liu.button('再录一件').tap();
      }
      expect(cast.trouble()).toEqual([]);
    });

    test('几件一起派', async () => {
      const liu = await cast.call('刘书记');
      await liu.goTo('staff/queue/index?communityId=xfl&desk=community&label=');
      await liu.button('多选，一次派遣几件').tap();
      for (const wish of wishes) await liu.role('checkbox', new RegExp(`^${wish}`)).tap();
      await liu.button('派遣 2 件').tap();
      await liu.role('radio', /^幸福物业/).tap();
      await liu.button('2 件派给 幸福物业').tap();
      await liu.see('已派遣 2 件');
      expect(cast.trouble()).toEqual([]);
    });
  });
