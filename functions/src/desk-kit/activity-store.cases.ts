import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { ticketNumber } from '@suishoupai/shared/ids';
import type { Relation } from '@suishoupai/shared/tickets/transitions';
import { expect, test } from 'vitest';
import { anActionId, aPersonId, aTicketId } from '../../test/builders.ts';
import type { TicketEvent } from '../tickets/record.ts';
import type { ActivityStore } from './activity-store.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 16, 2, 0, second)).toISOString();
const wuye = { id: 'dep_wuye', name: '幸福物业' };
const chengguan = { id: 'dep_chengguan', name: '城管中队' };

const anEvent = (relation: Relation, label: string, overrides: Partial<TicketEvent> = {}): TicketEvent => ({
  id: anActionId(),
  at: at(0),
  step: 'progress',
  state: 'accepted',
  actor: { relation, label, personId: aPersonId() },
  photoIds: [],
  digest: 'first',
  ...overrides,
});

const aTrace = (...events: TicketEvent[]) => ({
  id: aTicketId(),
  communityId: 'xfl',
  title: '路灯不亮',
  reportedAt: at(0),
  grid: { id: 'grd_01', name: '网格 01' },
  department: chengguan,
  events,
});

/** What a store of activity promises; run against every implementation. */
export const activityStoreCases = (makeStore: () => Promise<ActivityStore>): void => {
  test('谁做的，记在谁的岗位上；系统和居民做的不记', async () => {
    const store = await makeStore();
    const dispatched = anEvent('communityStaff', '幸福里居委会', {
      step: 'joint',
      department: chengguan,
      supporting: [wuye],
    });
    const reply = anEvent('supporter', '幸福物业', { step: 'reply', department: wuye });
    const work = anEvent('handler', '城管中队', {
      actor: { relation: 'handler', label: '城管中队', post: '城管 12', personId: aPersonId() },
    });
    const checked = anEvent('gridWorker', '网格员 01', { step: 'confirm' });
    const granted = anEvent('coordinator', '长宁街道', { step: 'grantExtension' });
    const others = (['system', 'reporter', 'joiner'] as const).map((relation) => anEvent(relation, '居民'));
    const ticket = aTrace(dispatched, reply, work, checked, granted, ...others);
    for (const event of ticket.events) await store.keep(ticket, event);

    const idsOf = async (desk: string) => (await store.list('xfl', desk)).items.map(({ id }) => id);
    expect(await idsOf('community')).toEqual([dispatched.id]);
    expect(await idsOf('dep_wuye')).toEqual([reply.id]);
    expect(await idsOf('grd_01')).toEqual([checked.id]);
    expect(await idsOf('street')).toEqual([granted.id]);
    expect((await store.list('xfl', 'dep_chengguan')).items).toEqual([
      {
        id: work.id,
        at: work.at,
        ticketId: ticket.id,
        number: ticketNumber(ticket.id, ticket.reportedAt),
        title: '路灯不亮',
        step: 'progress',
        by: '城管 12',
      },
    ]);
  });

  test('转派以后，先前部门做的还在先前部门名下', async () => {
    const store = await makeStore();
    const sent = anEvent('communityStaff', '幸福里居委会', { step: 'dispatch', department: wuye });
    const returned = anEvent('handler', '幸福物业', { step: 'return', at: at(1) });
    const ticket = aTrace(sent, returned);
    await store.keep(ticket, returned);
    expect((await store.list('xfl', 'dep_wuye')).items).toHaveLength(1);
    expect((await store.list('xfl', 'dep_chengguan')).items).toEqual([]);
  });

  test('同一件事来两次只记一次；新的在前，分页不重不漏，别处的页码不收', async () => {
    const store = await makeStore();
    const events = Array.from({ length: kitLimits.page + 1 }, (_, second) =>
      anEvent('gridWorker', '网格员 01', { at: at(second) }),
    );
    const ticket = aTrace(...events);
    for (const event of [...events, ...events.slice(0, 3)]) await store.keep(ticket, event);
    const first = await store.list('xfl', 'grd_01');
    const rest = await store.list('xfl', 'grd_01', first.next);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(events.toReversed().map(({ id }) => id));
    expect(rest.next).toBeUndefined();
    await expect(store.list('xfl', 'grd_02', first.next)).rejects.toMatchObject({ code: 'request.invalid' });
  });
};
