import { decide, type Relation, type Step } from '@suishoupai/shared/tickets/transitions';
import { expect, test } from 'vitest';
import { aMediaId, anActionId, aPersonId, aTicket, aTicketId } from '../../test/builders.ts';
import { aTopicId } from '../topics/topic.builder.ts';
import type { StepEvent } from './effects.ts';
import { afterStep } from './loop.ts';
import type { Ticket } from './record.ts';
import { circumstancesOf } from './standing.ts';
import { type List, type TicketStore, ticketLists } from './store.ts';

const now = new Date('2026-11-16T03:00:00.000Z');

/** The ticket after a step of its table; where the table leads nowhere the state stays. */
const stepped = (ticket: Ticket, step: Step, by: Relation = 'handler', given: Partial<StepEvent> = {}) => {
  const decision = decide(step, circumstancesOf(ticket, { viewer: undefined, now, reopenDays: 15 }), [by]);
  return afterStep(ticket, step, decision.isAllowed ? decision.to : ticket.state, {
    id: anActionId(),
    at: now.toISOString(),
    actor: { relation: by, label: '幸福物业', personId: aPersonId() },
    note: '已更换灯头',
    photoIds: [],
    digest: step,
    ...given,
  });
};

const mergedInto = (ticket: Ticket, { id, reportedAt }: Ticket) =>
  stepped(ticket, 'merge', 'communityStaff', { other: { id, reportedAt } });

const must = async (store: TicketStore, id: Ticket['id']): Promise<Ticket> => {
  const ticket = await store.find(id);
  if (ticket === undefined) throw new Error(`${id} is not there`);
  return ticket;
};

const ids = async (store: TicketStore, list: List) => (await store.list(list)).items.map(({ id }) => id);

const chengguan = { id: 'dep_chengguan', name: '城管中队' };
const huanwei = { id: 'dep_huanwei', name: '环卫所' };

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

  test('连着的议题，第一个算数；事本身不变，以后的步骤也不冲掉它；没有的事连不上，也不会凭空出来', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const topicId = aTopicId();
    expect(await store.tieTopic(ticket.id, topicId)).toBe(topicId);
    expect(await store.tieTopic(ticket.id, aTopicId())).toBe(topicId);
    expect(await store.find(ticket.id)).toEqual({ ...ticket, topicId });
    expect(await store.take('accept', ticket, stepped(ticket, 'accept'))).toBe(true);
    expect(await store.find(ticket.id)).toMatchObject({ topicId, state: 'accepted' });
    const nowhere = aTicketId();
    expect(await store.tieTopic(nowhere, topicId)).toBeUndefined();
    expect(await store.find(nowhere)).toBeUndefined();
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

  test('一步写入后，状态、时钟、留痕与待查内容都在', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const accepted = stepped(ticket, 'accept');
    expect(await store.take('accept', ticket, accepted)).toBe(true);
    const photo = aMediaId();
    const resolved = stepped(accepted, 'resolve', 'handler', { photoIds: [photo] });
    expect(await store.take('resolve', accepted, resolved)).toBe(true);
    const stored = await must(store, ticket.id);
    expect(stored).toEqual(resolved);
    expect(stored.safety[photo]).toBe('pending');
  });

  test('站住、接着走、拆开，一样不差地写进去', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const accepted = stepped(ticket, 'accept');
    await store.take('accept', ticket, accepted);
    const answerWithin = { unit: 'workDay', amount: 3 } as const;
    const waiting = stepped(accepted, 'ask', 'handler', { answerWithin });
    expect(await store.take('ask', accepted, waiting)).toBe(true);
    expect(await must(store, ticket.id)).toEqual(waiting);
    const answered = stepped(waiting, 'answer', 'reporter');
    expect(await store.take('answer', waiting, answered)).toBe(true);
    expect(await must(store, ticket.id)).toEqual(answered);
    const other = aTicket();
    await store.open(other);
    const merged = mergedInto(answered, other);
    expect(await store.take('merge', answered, merged)).toBe(true);
    expect(await must(store, ticket.id)).toEqual(merged);
    expect(await store.mergedHere(other.id)).toEqual([ticket.id]);
    await store.take('withdraw', other, stepped(other, 'withdraw', 'reporter'));
    expect(await store.listDue('2099-01-01T00:00:00.000Z')).toEqual([]);
    const parted = stepped(merged, 'unmerge', 'communityStaff');
    expect(await store.take('unmerge', merged, parted)).toBe(true);
    expect(await must(store, ticket.id)).toEqual(parted);
    expect(await store.listDue('2099-01-01T00:00:00.000Z')).toEqual([ticket.id]);
  });

  test('两人同时操作，只有一步写入', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const outcomes = await Promise.all([
      store.take('accept', ticket, stepped(ticket, 'accept')),
      store.take('return', ticket, stepped(ticket, 'return')),
      store.take('withdraw', ticket, stepped(ticket, 'withdraw', 'reporter')),
    ]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect((await must(store, ticket.id)).events).toHaveLength(ticket.events.length + 1);
  });

  test('两件事同时并入对方，只有一件并走', async () => {
    const store = await makeStore();
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [aTicket(), aTicket()];
      for (const ticket of [one, two]) await store.open(ticket);
      const outcomes = await Promise.all([
        store.take('merge', one, mergedInto(one, two)),
        store.take('merge', two, mergedInto(two, one)),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const [gone, kept] = outcomes[0] === true ? [one, two] : [two, one];
      expect([(await must(store, gone.id)).state, await must(store, kept.id)]).toEqual(['merged', kept]);
      expect([await store.mergedHere(kept.id), await store.mergedHere(gone.id)]).toEqual([[gone.id], []]);
    }
  });

  test('并入的那一件同时并入第三件：先并走的收不进，后并走的带得走；转不成圈', async () => {
    const store = await makeStore();
    const [one, two, three] = [aTicket(), aTicket(), aTicket()];
    for (const ticket of [one, two, three]) await store.open(ticket);
    const outcomes = await Promise.all([
      store.take('merge', one, mergedInto(one, two)),
      store.take('merge', two, mergedInto(two, three)),
      store.take('merge', three, mergedInto(three, one)),
    ]);
    expect(outcomes).toContain(true);
    const states = (await Promise.all([one, two, three].map(({ id }) => must(store, id)))).map(({ state }) => state);
    expect(states.map((state) => state === 'merged')).toEqual(outcomes);
    expect(states).toContain('dispatched');
  });

  test('办完的、并走的、没有的，并不进去；什么也没有写', async () => {
    const store = await makeStore();
    const [ticket, gone, over] = [aTicket(), aTicket(), aTicket()];
    for (const each of [ticket, gone, over]) await store.open(each);
    await store.take('withdraw', over, stepped(over, 'withdraw', 'reporter'));
    const kept = aTicket();
    await store.open(kept);
    await store.take('merge', gone, mergedInto(gone, kept));
    for (const target of [over, gone, aTicket()]) {
      expect(await store.take('merge', ticket, mergedInto(ticket, target))).toBe(false);
      expect(await store.mergedHere(target.id)).toEqual([]);
    }
    expect(await must(store, ticket.id)).toEqual(ticket);
    const accepted = stepped(ticket, 'accept');
    await store.take('accept', ticket, accepted);
    expect(await store.take('merge', ticket, mergedInto(ticket, kept))).toBe(false);
    expect(await store.mergedHere(kept.id)).toEqual([gone.id]);
  });

  test('表中不允许的一步不写入，即使留痕长度相符', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    expect(await store.take('resolve', ticket, stepped(ticket, 'resolve'))).toBe(false);
    expect(await must(store, ticket.id)).toEqual(ticket);
  });

  test('写一步时，期间到达的审核结论和同感的人数不会丢', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const reportId = ticket.events[0]?.id ?? '';
    expect(await store.judge(ticket, { item: reportId, verdict: 'pass', from: ['pending'] })).toBe(true);
    await store.setJoins(ticket.id, 3);
    expect(await store.take('accept', ticket, stepped(ticket, 'accept'))).toBe(true);
    const stored = await must(store, ticket.id);
    expect(stored.safety[reportId]).toBe('pass');
    expect(stored.publicTitle).toBe(ticket.title);
    expect(stored.joins).toBe(3);
  });

  test('不在的事不因人数而生', async () => {
    const store = await makeStore();
    const id = aTicketId();
    await store.setJoins(id, 1);
    expect(await store.find(id)).toBeUndefined();
  });

  test('审核结论只从指定的状态改起，首图与标题随之公开或收回', async () => {
    const store = await makeStore();
    const photo = aMediaId();
    const ticket = aTicket({ photoIds: [photo] });
    await store.open(ticket);
    expect(await store.judge(ticket, { item: photo, verdict: 'pass', from: ['pending'] })).toBe(true);
    expect(await store.judge(ticket, { item: photo, verdict: 'held', from: ['pending'] })).toBe(false);
    expect((await must(store, ticket.id)).publicCover).toBe(photo);
    expect(await store.judge(ticket, { item: photo, verdict: 'flagged', from: ['pass'] })).toBe(true);
    expect((await must(store, ticket.id)).publicCover).toBe(photo);
    expect(await store.judge(ticket, { item: photo, verdict: 'hidden', from: ['flagged'] })).toBe(true);
    const stored = await must(store, ticket.id);
    expect(stored.publicCover).toBeUndefined();
    expect(stored.safety[photo]).toBe('hidden');
    expect(await store.judge(ticket, { item: aMediaId(), verdict: 'pass', from: ['pending'] })).toBe(false);
  });

  test('有内容等人决定的在审核的列表里，都决定了就不在；评论也算', async () => {
    const store = await makeStore();
    const ticket = aTicket({ photoIds: [] });
    await store.open(ticket);
    const words = ticket.events[0]?.id ?? '';
    const review = ticketLists.review('xfl');
    expect(await ids(store, review)).toEqual([ticket.id]);
    await store.judge(ticket, { item: words, verdict: 'pass', from: ['pending'] });
    expect(await ids(store, review)).toEqual([]);
    const comment = anActionId();
    await store.watch(ticket, comment, 'held');
    expect(await ids(store, review)).toEqual([ticket.id]);
    await store.watch(ticket, comment, 'pass');
    expect(await ids(store, review)).toEqual([]);
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
      const page = await store.list(ticketLists.reporter(reporterId), { cursor, limit: 2 });
      seen.push(...page.items.map(({ reportedAt }) => reportedAt.slice(0, 10)));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(days.toReversed());
    expect(await ids(store, ticketLists.community('xfl'))).toHaveLength(6);
    expect(await ids(store, ticketLists.community('hpy'))).toEqual([]);
  });

  test('收窄的列表也一页页翻得完，不重不漏', async () => {
    const store = await makeStore();
    const wanted: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      const ticket = aTicket({ now: `2026-11-1${count}T02:00:00.000Z`, isListed: count % 2 === 0 });
      if (count % 2 === 0) wanted.push(ticket.id);
      await store.open(ticket);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list(ticketLists.community('xfl'), {
        cursor,
        limit: 2,
        filter: { states: ['dispatched'] },
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(wanted.toReversed());
  });

  test('别的列表的页码不能用来翻这一个', async () => {
    const store = await makeStore();
    const [one, other] = [aPersonId(), aPersonId()];
    for (const reporterId of [one, one, other]) await store.open(aTicket({ reporterId }));
    const { next } = await store.list(ticketLists.reporter(one), { limit: 1 });
    expect(next).toBeDefined();
    await expect(store.list(ticketLists.reporter(other), { cursor: next })).rejects.toThrow('request.invalid');
  });

  test('事情在谁手上，就在谁的待办里，按时限先后', async () => {
    const store = await makeStore();
    const later = aTicket({ now: '2026-11-17T02:00:00.000Z' });
    const sooner = aTicket({ now: '2026-11-16T02:00:00.000Z' });
    const unlisted = aTicket({ isListed: false });
    for (const ticket of [later, sooner, unlisted]) await store.open(ticket);
    const desk = (name: string) => ids(store, ticketLists.desk('xfl', name));
    expect(await desk('dep_wuye')).toEqual([sooner.id, later.id]);
    expect(await desk('community')).toEqual([unlisted.id]);
    const accepted = stepped(sooner, 'accept');
    await store.take('accept', sooner, accepted);
    await store.take('resolve', accepted, stepped(accepted, 'resolve'));
    expect(await desk('dep_wuye')).toEqual([later.id]);
    expect(await desk('grd_01')).toEqual([sooner.id]);
    expect((await ids(store, ticketLists.running('xfl'))).toSorted()).toEqual(
      [later.id, sooner.id, unlisted.id].toSorted(),
    );
  });

  test('协办的任务摆到协办部门的桌上，回复了就收走；旧的记录后到，不再摆出来', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const limit = { unit: 'workDay', amount: 2 } as const;
    const joint = stepped(ticket, 'joint', 'coordinator', {
      department: { id: 'dep_wuye', name: '幸福物业' },
      tasks: [
        { department: chengguan, task: '劝离摊贩', limit },
        { department: huanwei, task: '清运', limit },
      ],
    });
    await store.take('joint', ticket, joint);
    await store.layTasks(joint);
    const desk = async (name: string) =>
      (await store.list(ticketLists.desk('xfl', name))).items.map(({ id, task, dueAt }) => [id, task, dueAt]);
    expect(await desk('dep_chengguan')).toEqual([[ticket.id, '劝离摊贩', '2026-11-18T10:00:00.000Z']]);
    expect(await desk('dep_huanwei')).toEqual([[ticket.id, '清运', '2026-11-18T10:00:00.000Z']]);
    const replied = stepped(joint, 'reply', 'supporter', { department: chengguan });
    await store.take('reply', joint, replied);
    await store.layTasks(replied);
    await store.layTasks(joint);
    expect(await desk('dep_chengguan')).toEqual([]);
    expect(await desk('dep_huanwei')).toHaveLength(1);
    expect(await desk('dep_wuye')).toHaveLength(1);
  });

  test('协办的任务多了，一页页翻得完', async () => {
    const store = await makeStore();
    const limit = { unit: 'workDay', amount: 2 } as const;
    for (let count = 0; count < 3; count += 1) {
      const ticket = aTicket();
      await store.open(ticket);
      const joint = stepped(ticket, 'joint', 'coordinator', {
        department: { id: 'dep_wuye', name: '幸福物业' },
        tasks: [{ department: chengguan, task: '劝离摊贩', limit }],
      });
      await store.take('joint', ticket, joint);
      await store.layTasks(joint);
    }
    const list = ticketLists.desk('xfl', 'dep_chengguan');
    const first = (await store.list(list, { limit: 1 })).items[0];
    if (first === undefined) throw new Error('nothing on the desk');
    const rest = await store.list(list, { cursor: store.cursorAfter(first, list) });
    expect(rest.items.map(({ id }) => id)).not.toContain(first.id);
    expect(rest.items).toHaveLength(2);
  });

  test('时钟要响的找得到，响过的等下一响；不使页面变旧', async () => {
    const store = await makeStore();
    const ticket = aTicket();
    await store.open(ticket);
    const { wakeAt = '', dueAt = '' } = ticket;
    expect(await store.listDue('2026-11-16T02:00:00.000Z')).toEqual([]);
    expect(await store.listDue(wakeAt)).toEqual([ticket.id]);
    const warned = stepped(ticket, 'warning', 'system', { clock: 'respond' });
    expect(await store.take('warning', ticket, warned)).toBe(true);
    expect(await store.take('warning', ticket, warned)).toBe(false);
    expect(await store.listDue(wakeAt)).toEqual([]);
    expect(await store.listDue(dueAt)).toEqual([ticket.id]);
    expect((await must(store, ticket.id)).version).toBe(ticket.version);
  });
};
