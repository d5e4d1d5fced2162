import { beforeEach, describe, expect, test } from 'vitest';
import { aDutyLine } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';

/** What the clocks of a ticket do while nobody does anything. */
export const clockCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  const marks = async (id: string) =>
    (await on.stored(id)).events.flatMap(({ step, clock }) => (clock === undefined ? [] : [`${clock} ${step}`]));

  describe('时钟', () => {
    test('八成时预警，到点逾期，再晚升级到社区；公众也看得到逾期，看不到预警', async () => {
      const { zhang, liu } = on.cast;
      const ticket = await on.report();
      expect((await on.sweepAt('2026-11-16T21:12:00.000Z')).marked).toBe(1);
      expect(await on.inbox(zhang)).toContain('时限将到');
      expect((await on.sweepAt('2026-11-17T02:00:00.000Z')).marked).toBe(1);
      expect(await on.inbox(zhang)).toContain('已超过时限');
      expect(await on.inbox(liu)).not.toContain('超时升级');
      expect((await on.sweepAt('2026-11-17T06:00:00.000Z')).marked).toBe(1);
      expect(await on.inbox(liu)).toContain('超时升级');
      expect(await marks(ticket.id)).toEqual(['respond warning', 'respond overdue', 'respond escalation']);
      const seen = await on.get(ticket.id);
      expect(seen.events.map(({ step }) => step)).toEqual(['report', 'file', 'dispatch', 'overdue', 'escalation']);
      expect(seen.clocks.find(({ name }) => name === 'respond')?.standing).toBe('late');
      expect((await on.take(zhang, 'accept', ticket)).state).toBe('accepted');
    });

    test('扫两遍、晚扫、两个一起扫，都只记一次', async () => {
      const ticket = await on.report();
      await service.moveTo('2026-11-17T09:00:00.000Z');
      const sweep = () => service.sweep(service.now());
      const both = await on.atOnce(sweep, sweep);
      expect(both.map(({ failed }) => failed)).toEqual([0, 0]);
      await service.sweep(service.now());
      expect(await service.sweep(service.now())).toEqual({ marked: 0, failed: 0 });
      expect(await marks(ticket.id)).toEqual(['respond overdue', 'respond escalation']);
    });

    test('一件事扫不成，别的照扫', async () => {
      const [broken, fine] = [await on.report(), await on.report()];
      const { tickets } = service.stores;
      const { find } = tickets;
      tickets.find = async (id) => {
        if (id === broken.id) throw new Error('read failed');
        return find(id);
      };
      expect(await on.sweepAt('2026-11-17T02:00:00.000Z')).toEqual({ marked: 1, failed: 1 });
      tickets.find = find;
      expect(await marks(fine.id)).toEqual(['respond overdue']);
      expect(await service.sweep(service.now())).toEqual({ marked: 1, failed: 0 });
    });

    test('时钟写的一行不使居民手里的页面变旧', async () => {
      const done = await on.resolved();
      expect((await on.sweepAt('2026-11-20T02:00:00.000Z')).marked).toBe(1);
      expect((await on.take(on.cast.li, 'confirm', done)).state).toBe('closed');
    });

    test('几道期限各走各的：停工、处罚、拆除；到了一道，那一道停', async () => {
      const stages = [
        { name: '停工', limit: { unit: 'workHour', amount: 4 } },
        { name: '处罚', limit: { unit: 'workDay', amount: 3 } },
      ] as const;
      await on.relist([aDutyLine({ stages: [...stages] })]);
      const { zhang } = on.cast;
      const accepted = await on.accepted();
      expect(accepted.stages).toEqual([
        { name: '停工', isReached: false },
        { name: '处罚', isReached: false },
      ]);
      expect(accepted).toMatchObject({ dueAt: '2026-11-16T07:02:00.000Z' });
      expect(await on.refusal(zhang, 'progress', accepted, { stage: 2 })).toBe('request.invalid');
      const halted = await on.take(zhang, 'progress', accepted, { note: '已停工', stage: 0 });
      expect(halted).toMatchObject({ version: accepted.version, dueAt: '2026-11-19T10:00:00.000Z' });
      expect(halted.stages.map(({ isReached }) => isReached)).toEqual([true, false]);
      expect(halted.events.at(-1)?.stage).toBe('停工');
      await on.sweepAt('2026-11-19T10:00:00.000Z');
      expect(await marks(accepted.id)).toEqual(['stage1 overdue']);
    });

    test('待派遣、待核查、返工、待协调各有时限，都会响', async () => {
      const { zhang, grid, sun, liu, cheng } = on.cast;
      const returned = await on.take(zhang, 'return', await on.report());
      const names = (ticket: { clocks: { name: string; standing: string }[] }) =>
        ticket.clocks.flatMap(({ name, standing }) => (standing === 'running' ? [name] : [])).toSorted();
      expect(names(returned)).toEqual(['dispatch', 'resolve', 'respond']);
      const again = await on.take(liu, 'dispatch', returned, { departmentId: 'dep_chengguan' });
      expect(names(again)).toEqual(['accept', 'resolve', 'respond']);
      const disputed = await on.take(cheng, 'return', again);
      expect(names(disputed)).toEqual(['resolve', 'respond', 'settle']);
      const settled = await on.take(sun, 'dispatch', disputed);
      const done = await on.take(zhang, 'resolve', await on.take(zhang, 'accept', settled));
      expect(names(done)).toEqual(['check']);
      const redo = await on.take(grid, 'rework', done);
      expect(names(redo)).toEqual(['redo']);
      await on.sweepAt('2026-11-25T10:00:00.000Z');
      expect(await marks(redo.id)).toEqual(['redo overdue']);
      const closed = await on.take(grid, 'confirm', await on.take(zhang, 'resolve', redo));
      expect(names(closed)).toEqual([]);
      expect(closed.dueAt).toBeUndefined();
      expect(await on.sweepAt('2027-01-20T10:00:00.000Z')).toEqual({ marked: 0, failed: 0 });
    });

    test('历法没有公布的年份，不猜期限，也不响', async () => {
      await service.moveTo('2031-03-03T02:00:00.000Z');
      const accepted = await on.accepted();
      expect(accepted.dueAt).toBeUndefined();
      expect(accepted.clocks.find(({ name }) => name === 'resolve')).toMatchObject({ standing: 'running' });
      expect(await on.sweepAt('2031-06-03T02:00:00.000Z')).toEqual({ marked: 0, failed: 0 });
    });

    test('逾期的排在前面，收窄到逾期的只剩逾期的', async () => {
      const { zhang } = on.cast;
      const late = await on.report();
      await service.moveTo('2026-11-17T03:00:00.000Z');
      const fresh = await on.report();
      const queue = (await on.queue(zhang, 'dep_wuye')).body;
      expect(queue.items.map(({ id }) => id)).toEqual([late.id, fresh.id]);
      expect(queue.counts).toEqual({ overdue: 1, today: 0, unaccepted: 2, all: 2 });
      expect((await on.queue(zhang, 'dep_wuye', { isOverdue: 'yes' })).body.items.map(({ id }) => id)).toEqual([
        late.id,
      ]);
    });
  });
};
