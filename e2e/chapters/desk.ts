import { TicketId } from '@suishoupai/shared/ids';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { castOf } from './cast.ts';
import type { Stage } from './chapter.ts';
import { ticketIn } from './ticket-pages.ts';

const caller = '钱奶奶';
const phone = '021-5550 0177';
const wishes = ['楼下想装一排扶手', '活动室想多开一个晚上'] as const;
const among = '钱奶奶耳朵背，请打两遍';

/** What staff do for those who only telephone, and among themselves. */
export const desk = (stage: Stage) =>
  describe('居委会的台子', () => {
    const cast = castOf(stage);
    const tickets: TicketId[] = [];
    const first = (): TicketId => z.parse(TicketId, tickets[0]);

    afterAll(cast.leave);

    test('电话来的，先问同意再登记，编号念给居民', async () => {
      const liu = await cast.call('刘书记');
      for (const wish of wishes) {
        await liu.goTo('staff/enter/index?communityId=xfl');
        await liu.write('居民怎么称呼，可以不填', caller);
        await liu.write('居民的电话，可以不填', phone);
        await liu.write('居民说的话', wish);
        await liu.button('更多类别，可以搜索').tap();
        await liu.write('搜索类别', '自治');
        await liu.role('radio', /^居民自治与民主协商，/).tap();
        await liu.button('地图选点').tap();
        await liu.role('radio', /^网格 07/).tap();
        await liu.button('就是这里').tap();
        await liu.see('在幸福里社区范围内');
        await liu.button('还差 同意').waitFor();
        await liu.role('radio', '口头同意').tap();
        await liu.button('登记').tap();
        await liu.see('已登记，把编号念给居民');
        await liu.see(/^\d{6}-[0-9A-Z]+$/);
        await liu.see(/现在等网格员 07 核实立案，.+前会有回音/);
        await liu.button('去办理').tap();
        await liu.button(/^立案$/).tap();
        await liu.button('核实立案').tap();
        await liu.see('待派遣');
        tickets.push(ticketIn(liu.page.url()));
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
      for (const wish of wishes) expect(await liu.link(new RegExp(`^${wish}`)).count()).toBe(0);
      const passer = await cast.passerReads(first(), wishes[0], '等幸福物业接单', '电话代录');
      expect(await passer.page.locator('body').textContent()).not.toContain(caller);
      expect(cast.trouble()).toEqual([]);
    });

    test('内部备注只有工作人员看得到', async () => {
      const liu = await cast.atWork('刘书记', first());
      await liu.button('更多操作').tap();
      await liu.button(/^内部备注/).tap();
      await liu.write('给同事看的话', among);
      await liu.button('记下').tap();
      await liu.see('已记下');
      const zhang = await cast.atWork('张师傅', first());
      await zhang.see(among);
      await zhang.see(caller);
      const passer = await cast.passerReads(first(), '等幸福物业接单');
      for (const hidden of [among, '内部备注', caller, phone])
        expect(await passer.page.locator('body').textContent()).not.toContain(hidden);
      expect(cast.trouble()).toEqual([]);
    });

    test('张师傅休息，交给小吴接着办', async () => {
      const zhang = await cast.atWork('张师傅', first());
      await zhang.button('接单').tap();
      await zhang.see('已接单，请在时限内处理');
      await zhang.button('更多操作').tap();
      await zhang.button(/^交接/).tap();
      await zhang.role('radio', /^幸福物业值班/).tap();
      await zhang.role('checkbox', '我今天休息，请接着办').tap();
      await zhang.button('交给这位同事').tap();
      await zhang.see('已交接');
      const wu = await cast.call('小吴');
      const notice = () => wu.link(new RegExp(`^同事交接给您，(未读，)?${wishes[0]}`));
      await wu.lookUntil('pages/inbox/index', notice);
      await wu.goTo('staff/queue/index?communityId=xfl&desk=dep_wuye&label=');
      await wu.see('处理中 · 我经办');
      await wu.button(`处理：${wishes[0]}`).tap();
      await wu.see(among);
      await wu.button('处理反馈').waitFor();
      const passer = await cast.passerReads(first(), '幸福物业正在处理');
      expect(await passer.page.locator('body').textContent()).not.toContain('我今天休息');
      expect(cast.trouble()).toEqual([]);
    });
  });
