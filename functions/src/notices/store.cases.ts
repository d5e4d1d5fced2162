import { expect, test } from 'vitest';
import { anActionId, aPersonId, aTicketId, tail } from '../../test/builders.ts';
import type { KeptNotice, NoticeStore } from './store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');

const aNotice = (minute: number): KeptNotice => {
  const at = new Date(now.getTime() + minute * 60_000).toISOString();
  return {
    id: `${at}#evt_${tail()}#ticketProgress`,
    at,
    kind: 'ticketProgress',
    title: '已有人处理',
    text: '路灯不亮',
    about: aTicketId(),
  };
};

/** What a notice store promises; run against every implementation. */
export const noticeStoreCases = (makeStore: () => Promise<NoticeStore>): void => {
  test('同一起因只留一条，新的在前', async () => {
    const store = await makeStore();
    const person = aPersonId();
    const [first, second] = [aNotice(1), aNotice(2)];
    for (const notice of [first, second, first]) await store.keep(person, notice);
    const { items, next } = await store.list(person, undefined);
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(next).toBeUndefined();
    expect((await store.list(aPersonId(), undefined)).items).toEqual([]);
  });

  test('分页不重不漏', async () => {
    const store = await makeStore();
    const person = aPersonId();
    for (let minute = 0; minute < 45; minute += 1) await store.keep(person, aNotice(minute));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list(person, cursor);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(45);
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  test('读过的标记只往前走', async () => {
    const store = await makeStore();
    const person = aPersonId();
    const notices = [aNotice(1), aNotice(2), aNotice(3)];
    for (const notice of notices) await store.keep(person, notice);
    expect(await store.countUnread(person)).toBe(3);
    const [first, second] = notices;
    expect(await store.markRead(person, second?.id ?? '')).toBe(second?.id);
    expect(await store.markRead(person, first?.id ?? '')).toBe(second?.id);
    expect(await store.countUnread(person)).toBe(1);
    expect((await store.list(person, undefined)).items.map(({ isRead }) => isRead)).toEqual([false, true, true]);
  });

  test('一条消息只有一人抢得到推送权', async () => {
    const store = await makeStore();
    const person = aPersonId();
    const notice = aNotice(1);
    expect(await store.claimPush(person, notice.id, now)).toBe(false);
    await store.keep(person, notice);
    const claims = await Promise.all([1, 2, 3].map(() => store.claimPush(person, notice.id, now)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('允许一次发一条：同一次允许不重复计，用掉一条少一条', async () => {
    const store = await makeStore();
    const person = aPersonId();
    const accept = anActionId();
    const allow = (id: typeof accept, ...templates: ('ticketProgress' | 'ticketWaiting')[]) =>
      store.allow(person, id, templates, now);
    for (const id of [accept, accept, anActionId()]) expect(await allow(id, 'ticketProgress')).toBe(true);
    expect(await store.countAllowances(person)).toEqual({ ticketProgress: 2, ticketWaiting: 0 });
    const spent = await Promise.all([1, 2, 3].map(() => store.spendAllowance(person, 'ticketProgress')));
    expect(spent.filter(Boolean)).toHaveLength(2);
    await allow(accept, 'ticketProgress');
    expect(await store.spendAllowance(person, 'ticketProgress')).toBe(false);
    expect(await store.spendAllowance(person, 'ticketWaiting')).toBe(false);
    expect(await allow(accept, 'ticketProgress', 'ticketWaiting')).toBe(false);
    expect(await store.countAllowances(person)).toEqual({ ticketProgress: 0, ticketWaiting: 0 });
  });

  test('用掉很多条之后，新允许的一条还是发得出去', async () => {
    const store = await makeStore();
    const person = aPersonId();
    for (let count = 0; count < 120; count += 1) {
      await store.allow(person, anActionId(), ['ticketWaiting'], now);
      expect(await store.spendAllowance(person, 'ticketWaiting')).toBe(true);
    }
    expect(await store.spendAllowance(person, 'ticketWaiting')).toBe(false);
    await store.allow(person, anActionId(), ['ticketWaiting'], now);
    expect(await store.countAllowances(person)).toEqual({ ticketProgress: 0, ticketWaiting: 1 });
    expect(await store.spendAllowance(person, 'ticketWaiting')).toBe(true);
  });
};
