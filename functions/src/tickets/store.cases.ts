import { type Step, stateAfter } from '@suishoupai/shared/tickets/transitions';
import { expect, test } from 'vitest';
import { aMediaId, anActionId, aPersonId, aTicket, aTicketId } from '../../test/builders.ts';
import { afterStep } from './loop.ts';
import type { Ticket, TicketStore } from './store.ts';

const stepped = (ticket: Ticket, step: Step, overrides: { photoIds?: Ticket['events'][number]['photoIds'] } = {}) =>
  afterStep(ticket, step, {
    event: {
      id: anActionId(),
      at: '2026-11-16T03:00:00.000Z',
      actor: { relation: 'handler', label: '幸福物业', personId: aPersonId() },
      note: '已更换灯头',
      photoIds: overrides.photoIds ?? [],
      digest: step,
    },
    to: stateAfter(step, ticket.state) ?? ticket.state,
  });

const must = async (store: TicketStore, id: Ticket['id']): Promise<Ticket> => {
  const ticket = await store.find(id);
  if (ticket === undefined) throw new Error(`${id} is not there`);
  return ticket;
};

/** What a ticket store promises; run against every implementation. */
export const ticketStoreCases = (makeStore: () => Promise<TicketStore>): void => {
  test('一件事写进去，原样读出来', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    const { opened } = await store.open(ticket);
    expect(opened).toBe(true);
    expect(await store.find(ticket.id)).toEqual(ticket);
    expect(await store.find(aTicketId())).toBeUndefined();
  });

  test('同一编号只写一次，后来者拿到先写的那一份', async () => {
    const store = await makeStore();
    const first = aTicket();
    const second = aTicket({ id: first.id });
    await store.open(first);
    const answer = await store.open(second);
    expect(answer.opened).toBe(false);
    expect(answer.ticket).toEqual(first);
    expect((await must(store, first.id)).reporterId).toBe(first.reporterId);
  });

  test('一步写入后，状态、时限、留痕与待查内容都在', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const accepted = stepped(ticket, 'accept');
    expect(await store.take('accept', ticket, accepted)).toBe(true);
    const photo = aMediaId();
    const resolved = stepped(accepted, 'resolve', { photoIds: [photo] });
    expect(await store.take('resolve', accepted, resolved)).toBe(true);
    const stored = await must(store, ticket.id);
    expect(stored).toEqual(resolved);
    expect(stored.safety[photo]).toBe('pending');
  });

  test('两人同时操作，只有一步写入', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const outcomes = await Promise.all([
      store.take('accept', ticket, stepped(ticket, 'accept')),
      store.take('return', ticket, stepped(ticket, 'return')),
      store.take('withdraw', ticket, stepped(ticket, 'withdraw')),
    ]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect((await must(store, ticket.id)).events).toHaveLength(ticket.events.length + 1);
  });

  test('表中不允许的一步不写入，即使留痕长度相符', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    expect(await store.take('resolve', ticket, stepped(ticket, 'resolve'))).toBe(false);
    expect(await must(store, ticket.id)).toEqual(ticket);
  });

  test('写一步时，期间到达的审核结论不会丢', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const reportId = ticket.events[0]?.id ?? '';
    expect(await store.judge(ticket, { item: reportId, verdict: 'pass', from: ['pending'] })).toBe(true);
    expect(await store.take('accept', ticket, stepped(ticket, 'accept'))).toBe(true);
    const stored = await must(store, ticket.id);
    expect(stored.safety[reportId]).toBe('pass');
    expect(stored.publicTitle).toBe(ticket.title);
  });

  test('审核结论只从指定的状态改起，首图与标题随之公开或收回', async () => {
    const store = await makeStore();
    const photo = aMediaId();
    const ticket = aTicket({ photoIds: [photo] });
    await store.open(ticket);
    expect(await store.judge(ticket, { item: photo, verdict: 'pass', from: ['pending'] })).toBe(true);
    expect(await store.judge(ticket, { item: photo, verdict: 'held', from: ['pending'] })).toBe(false);
    expect((await must(store, ticket.id)).publicCover).toBe(photo);
    expect(await store.judge(ticket, { item: photo, verdict: 'hidden', from: ['pass'] })).toBe(true);
    const stored = await must(store, ticket.id);
    expect(stored.publicCover).toBeUndefined();
    expect(stored.safety[photo]).toBe('hidden');
    expect(await store.judge(ticket, { item: aMediaId(), verdict: 'pass', from: ['pending'] })).toBe(false);
  });

  test('列表按时间从新到旧分页，不重不漏', async () => {
    const store = await makeStore();
    const reporterId = aPersonId();
    const days = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-16'];
    for (const day of days) await store.open(aTicket({ reporterId, now: `${day}T02:00:00.000Z` }));
    await store.open(aTicket());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listByReporter(reporterId, cursor, 2);
      seen.push(...page.items.map(({ reportedAt }) => reportedAt.slice(0, 10)));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(days.toReversed());
    expect((await store.listByCommunity('xfl')).items).toHaveLength(6);
    expect((await store.listByCommunity('hpy')).items).toEqual([]);
  });

  test('别的列表的页码不能用来翻这一个', async () => {
    const store = await makeStore();
    const [one, other] = [aPersonId(), aPersonId()];
    for (const reporterId of [one, one, other]) await store.open(aTicket({ reporterId }));
    const { next } = await store.listByReporter(one, undefined, 1);
    expect(next).toBeDefined();
    await expect(store.listByReporter(other, next, 1)).rejects.toThrow('提交的内容有误');
  });

  test('事情在谁手上，就在谁的待办里，按时限先后', async () => {
    const store = await makeStore();
    const later = aTicket({ now: '2026-11-17T02:00:00.000Z' });
    const sooner = aTicket({ now: '2026-11-16T02:00:00.000Z' });
    const unlisted = aTicket({ isListed: false });
    for (const ticket of [later, sooner, unlisted]) await store.open(ticket);
    const ids = async (desk: string) => (await store.listByDesk('xfl', desk)).items.map(({ id }) => id);
    expect(await ids('dep_wuye')).toEqual([sooner.id, later.id]);
    expect(await ids('community')).toEqual([unlisted.id]);
    const accepted = stepped(sooner, 'accept');
    await store.take('accept', sooner, accepted);
    await store.take('resolve', accepted, stepped(accepted, 'resolve'));
    expect(await ids('dep_wuye')).toEqual([later.id]);
    expect(await ids('grd_01')).toEqual([sooner.id]);
  });

  test('到点未办的找得到，记过逾期的不再出现', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const due = ticket.dueAt ?? '';
    expect(await store.listDue('2026-11-16T02:00:00.000Z')).toEqual([]);
    expect(await store.listDue(due)).toEqual([ticket.id]);
    expect(await store.take('overdue', ticket, stepped(ticket, 'overdue'))).toBe(true);
    expect(await store.take('overdue', ticket, stepped(ticket, 'overdue'))).toBe(false);
    expect(await store.listDue('2027-01-01T00:00:00.000Z')).toEqual([]);
    expect((await must(store, ticket.id)).version).toBe(ticket.version);
  });
};
