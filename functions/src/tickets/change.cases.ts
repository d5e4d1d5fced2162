import { beforeEach, describe, expect, test } from 'vitest';
import { aCommunity } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';

/** Two at once, stale pages, and a world that changes under a ticket. */
export const changeCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });

  describe('同时与过时', () => {
    test('两人同时接单与撤回，只有一个成，另一个被告知有了新进展', async () => {
      const { li, zhang } = on.cast;
      const ticket = await on.report();
      const answers = await on.atOnce(
        () => on.tryStep(zhang, 'accept', ticket),
        () => on.tryStep(li, 'withdraw', ticket),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe('ticket.changed');
    });

    test('同一部门两人同时接单，一个成，另一个看到是谁', async () => {
      const { zhang, qian } = on.cast;
      const ticket = await on.report();
      const answers = await on.atOnce(
        () => on.tryStep(zhang, 'accept', ticket),
        () => on.tryStep(qian, 'accept', ticket),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const seen = await on.get(ticket.id, qian);
      expect(seen.events.filter(({ step }) => step === 'accept')).toHaveLength(1);
    });

    test('牵头提交与协办回复同时到：不会在还有协办没回复时提交', async () => {
      const { sun, zhang, cheng } = on.cast;
      const supporting = [{ departmentId: 'dep_chengguan', task: '劝离' }];
      const joint = await on.take(sun, 'joint', await on.report(), { supporting });
      const accepted = await on.take(zhang, 'accept', joint);
      const [resolved, replied] = await on.atOnce(
        () => on.tryStep(zhang, 'resolve', accepted),
        () => on.tryStep(cheng, 'reply', accepted),
      );
      expect(replied.status).toBe(200);
      expect([200, 409]).toContain(resolved.status);
      const after = await on.stored(joint.id);
      const steps = after.events.map(({ step }) => step);
      expect(resolved.status === 200).toBe(after.state === 'resolved');
      expect(steps.includes('resolve') ? steps.indexOf('reply') < steps.indexOf('resolve') : true).toBe(true);
    });

    test('看着旧页面操作，被告知有了新进展；新的一步没有被推翻', async () => {
      const { zhang, liu } = on.cast;
      const ticket = await on.report();
      const accepted = await on.take(zhang, 'accept', ticket);
      expect(await on.refusal(zhang, 'return', ticket)).toBe('ticket.changed');
      expect(await on.refusal(liu, 'park', ticket)).toBe('ticket.changed');
      expect(await on.refusal(zhang, 'accept', accepted)).toBe('ticket.stepNotAllowed');
      expect((await on.stored(ticket.id)).version).toBe(accepted.version);
    });

    test('旁注不使页面变旧：写了进展，居民手里的页面照样能用', async () => {
      const { zhang, li, liu } = on.cast;
      const accepted = await on.accepted();
      await on.take(zhang, 'progress', accepted);
      await on.take(liu, 'remark', accepted);
      const done = await on.take(zhang, 'resolve', accepted);
      expect((await on.take(li, 'confirm', done)).state).toBe('closed');
    });
  });

  describe('世界变了，旧的事还读得对', () => {
    test('部门撤了：名字照旧，街道可以改派，社区可以挂账；新的不再派给它', async () => {
      const { sun, liu, zhang } = on.cast;
      const [ticket, other] = [await on.report(), await on.accepted()];
      const departments = aCommunity().departments.filter(({ id }) => id !== 'dep_wuye');
      await on.redraw({ departments });
      expect((await on.get(ticket.id)).department).toEqual({ id: 'dep_wuye', name: '幸福物业' });
      expect(await on.refusal(sun, 'dispatch', ticket)).toBe('department.unknown');
      const moved = await on.take(sun, 'dispatch', ticket, { departmentId: 'dep_chengguan' });
      expect(moved.department?.name).toBe('城管中队');
      expect((await on.take(liu, 'park', other)).state).toBe('parked');
      expect(await on.report()).toMatchObject({ state: 'reported' });
      expect((await on.queue(zhang, 'dep_wuye')).status).toBe(200);
    });

    test('部门改了名：留痕里是当时的名字', async () => {
      const { zhang } = on.cast;
      const ticket = await on.report();
      const departments = aCommunity().departments.map((each) =>
        each.id === 'dep_wuye' ? { ...each, name: '新幸福物业' } : each,
      );
      await on.redraw({ departments });
      const accepted = await on.take(zhang, 'accept', ticket);
      expect(accepted.events.at(-1)?.actor).toBe('幸福物业');
      expect(await on.report()).toMatchObject({ department: { name: '新幸福物业' } });
    });

    test('网格重画、撤掉：旧的事仍写着原来的网格，社区可以核查', async () => {
      const { liu, grid } = on.cast;
      const done = await on.resolved();
      const [, second] = aCommunity().grids;
      if (second === undefined) throw new Error('two grids');
      await on.redraw({ grids: [{ ...second, boundary: aCommunity().boundary }] });
      expect((await on.get(done.id)).grid).toEqual({ id: 'grd_01', name: '网格 01' });
      expect(await on.report()).toMatchObject({ grid: { id: 'grd_02' } });
      expect((await on.get(done.id, grid)).can).toContain('confirm');
      expect((await on.take(liu, 'confirm', done)).state).toBe('closed');
    });

    test('类别不在目录里了：读作其他，照样能办', async () => {
      const { zhang } = on.cast;
      const ticket = await on.report();
      const stored = await on.stored(ticket.id);
      const id = `${stored.id.slice(0, -1)}z`;
      await service.stores.tickets.open({ ...stored, id, categoryCode: 'C9999' });
      const seen = await on.get(id, zhang);
      expect(seen).toMatchObject({ categoryCode: 'C9999', categoryName: '其他' });
      expect((await on.take(zhang, 'accept', seen)).state).toBe('accepted');
    });

    test('期限、重新打开的天数改了：照社区现在的规矩', async () => {
      const { li } = on.cast;
      const closed = await on.closed();
      await on.redraw({ settings: { reopenDays: 1 } });
      await service.moveTo('2026-11-18T02:00:00.000Z');
      expect(await on.refusal(li, 'reopen', closed)).toBe('ticket.closedLongAgo');
    });
  });
};
