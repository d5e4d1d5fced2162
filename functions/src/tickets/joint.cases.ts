import { beforeEach, describe, expect, test } from 'vitest';
import { unlistedCode } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';

/** 街道吹哨、部门报到: one lead, others with a task and a clock of their own. */
export const jointCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  const disputed = async () => {
    const { zhang, liu, cheng } = on.cast;
    const first = await on.take(zhang, 'return', await on.report());
    return on.take(cheng, 'return', await on.take(liu, 'dispatch', first, { departmentId: 'dep_chengguan' }));
  };
  const desk = async (person: Journey['cast']['li'], name: string) =>
    (await on.queue(person, name)).body.items.map(({ id, task, dueAt }) => ({ id, task, dueAt }));

  describe('吹哨报到', () => {
    test('两次退回以后街道吹哨：三个部门各有各的任务、时限和桌面', async () => {
      const { sun, zhang, cheng, huan, li } = on.cast;
      const joint = await on.take(sun, 'joint', await disputed(), {
        supporting: [
          { departmentId: 'dep_chengguan', task: '劝离占道的摊贩', limit: { unit: 'workHour', amount: 4 } },
          { departmentId: 'dep_huanwei', task: '清运垃圾' },
        ],
      });
      expect(joint).toMatchObject({ state: 'dispatched', department: { name: '幸福物业' }, returns: 2 });
      expect(joint.tasks.map(({ department, task, state, dueAt }) => [department.name, task, state, dueAt])).toEqual([
        ['城管中队', '劝离占道的摊贩', 'open', '2026-11-16T07:00:00.000Z'],
        ['环卫所', '清运垃圾', 'open', '2026-11-25T10:00:00.000Z'],
      ]);
      expect(joint.events.at(-1)).toMatchObject({
        actor: '长宁街道',
        department: { name: '幸福物业' },
        supporting: [{ name: '城管中队' }, { name: '环卫所' }],
      });
      expect(await desk(cheng, 'dep_chengguan')).toEqual([
        { id: joint.id, task: '劝离占道的摊贩', dueAt: '2026-11-16T07:00:00.000Z' },
      ]);
      expect(await desk(huan, 'dep_huanwei')).toHaveLength(1);
      expect((await desk(zhang, 'dep_wuye'))[0]?.task).toBeUndefined();
      expect(await on.inbox(zhang)).toContain('吹哨：由您牵头');
      expect(await on.inbox(huan)).toContain('吹哨：请您协办');
      expect(await on.inbox(li)).toContain('多部门一起办理');
    });

    test('协办没回复齐，牵头交不了；都回复了才能交；协办的部门也不能核查', async () => {
      const { liu, zhang, cheng, huan, li } = on.cast;
      const unlisted = await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode }));
      const joint = await on.take(liu, 'joint', unlisted);
      const accepted = await on.take(zhang, 'accept', joint);
      expect(await on.refusal(zhang, 'resolve', accepted)).toBe('ticket.tasksOpen');
      expect(await on.refusal(zhang, 'reply', accepted)).toBe('access.denied');
      const replied = await on.take(cheng, 'reply', joint);
      expect(replied).toMatchObject({ version: accepted.version, state: 'accepted' });
      expect(await on.inbox(zhang)).toContain('协办部门已回复');
      expect(await on.refusal(cheng, 'reply', accepted)).toBe('ticket.taskReported');
      expect(await on.refusal(zhang, 'resolve', accepted)).toBe('ticket.tasksOpen');
      expect(await desk(cheng, 'dep_chengguan')).toEqual([]);
      await on.take(huan, 'reply', accepted, { note: '垃圾已清运' });
      const done = await on.take(zhang, 'resolve', accepted);
      expect(done.tasks.map(({ state }) => state)).toEqual(['reported', 'reported']);
      for (const person of [zhang, cheng, huan]) {
        expect(await on.refusal(person, 'confirm', done)).toBe('access.denied');
      }
      expect((await on.take(li, 'confirm', done)).state).toBe('closed');
    });

    test('晚了的协办部门指名：部门自己、社区和公众都看得到是谁', async () => {
      const { sun, cheng, liu, huan } = on.cast;
      const joint = await on.take(sun, 'joint', await disputed(), {
        supporting: [
          { departmentId: 'dep_chengguan', task: '劝离摊贩', limit: { unit: 'workHour', amount: 4 } },
          { departmentId: 'dep_huanwei', task: '清运', limit: { unit: 'workDay', amount: 5 } },
        ],
      });
      expect((await on.sweepAt('2026-11-17T03:00:00.000Z')).marked).toBe(1);
      expect(await on.inbox(cheng)).toContain('已超过时限');
      expect(await on.inbox(huan)).not.toContain('已超过时限');
      const seen = await on.get(joint.id);
      expect(seen.tasks.map(({ department, isLate }) => [department.name, isLate])).toEqual([
        ['城管中队', true],
        ['环卫所', false],
      ]);
      expect(seen.clocks.find(({ name }) => name === 'task:dep_chengguan')).toMatchObject({
        of: '城管中队',
        standing: 'late',
      });
      const notices = await service.stores.notices.list(liu.personId, undefined);
      expect(notices.items.find(({ kind }) => kind === 'ticketEscalated')?.text).toContain('城管中队协办时限');
      const replied = await on.take(cheng, 'reply', joint);
      expect(replied.tasks[0]).toMatchObject({ state: 'reported', isLate: true });
    });

    test('街道可以免除一项协办，写明理由；被免的部门不再看得到经手的信息', async () => {
      const { liu, sun, zhang, cheng, huan } = on.cast;
      const unlisted = await on.take(liu, 'file', await on.report({ categoryCode: unlistedCode }));
      const joint = await on.take(liu, 'joint', unlisted);
      expect((await on.get(joint.id, huan)).place.label).toBe('3 栋东门');
      expect(await on.refusal(liu, 'excuse', joint)).toBe('access.denied');
      const excused = await on.take(sun, 'excuse', joint);
      expect(excused.tasks.map(({ state }) => state)).toEqual(['open', 'excused']);
      expect(await on.inbox(huan)).toContain('不用再协办');
      expect(await on.refusal(sun, 'excuse', excused)).toBe('ticket.taskReported');
      expect(await on.refusal(huan, 'reply', excused)).toBe('access.denied');
      expect((await on.get(joint.id, huan)).place).toEqual({});
      const accepted = await on.take(zhang, 'accept', excused);
      await on.take(cheng, 'reply', accepted);
      expect((await on.take(zhang, 'resolve', accepted)).state).toBe('resolved');
    });

    test('牵头和协办不能是同一个部门，没有的部门不收', async () => {
      const { sun } = on.cast;
      const ticket = await disputed();
      const joint = (...ids: string[]) =>
        on.refusal(sun, 'joint', ticket, { supporting: ids.map((departmentId) => ({ departmentId, task: '协办' })) });
      expect(await joint('dep_wuye')).toBe('request.invalid');
      expect(await joint('dep_huanwei', 'dep_huanwei')).toBe('request.invalid');
      expect(await joint('dep_none')).toBe('department.unknown');
      expect((await on.stored(ticket.id)).state).toBe('disputed');
    });

    test('等居民补充时协办照样回复，站住的时间不算晚', async () => {
      const { sun, zhang, cheng, li } = on.cast;
      const joint = await on.take(sun, 'joint', await disputed(), {
        supporting: [{ departmentId: 'dep_chengguan', task: '劝离摊贩', limit: { unit: 'workHour', amount: 4 } }],
      });
      const waiting = await on.take(zhang, 'ask', await on.take(zhang, 'accept', joint));
      await service.moveTo('2026-11-18T02:00:00.000Z');
      const replied = await on.take(cheng, 'reply', waiting);
      expect(replied.tasks[0]).toMatchObject({ state: 'reported', isLate: false });
      expect((await on.take(li, 'answer', waiting)).state).toBe('accepted');
    });

    test('街道重新吹哨，旧任务从原来的桌上收走', async () => {
      const { sun, cheng, huan } = on.cast;
      const joint = await on.take(sun, 'joint', await disputed());
      const again = await on.take(sun, 'joint', joint, {
        departmentId: 'dep_chengguan',
        supporting: [{ departmentId: 'dep_huanwei', task: '重新清运' }],
      });
      expect(again).toMatchObject({ department: { id: 'dep_chengguan' } });
      expect(await desk(huan, 'dep_huanwei')).toMatchObject([{ task: '重新清运' }]);
      expect(await desk(cheng, 'dep_chengguan')).toMatchObject([{ task: undefined }]);
    });
  });
};
