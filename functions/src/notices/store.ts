import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { Notice } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';

/** A notice as kept. `id` is made of its cause, so that one cause leaves one notice. */
const Kept = z.omit(Notice, { isRead: true });
export type KeptNotice = z.output<typeof Kept>;
export type Page<T> = { items: T[]; next: string | undefined };

const Mark = z.object({ readUpTo: z.string() });
/** One accept of the person: the templates it allowed one message of. */
const Allowance = z.object({ sk: z.string(), templates: z.array(SubscriptionTemplate) });

const pageSize = 20;
/** Beyond this the badge says 99+. */
const unreadCap = 100;
const noticePrefix = 'notice#';
const noticeKey = (personId: PersonId, id: string) => ({ pk: personId, sk: `${noticePrefix}${id}` });
const markKey = (personId: PersonId) => ({ pk: personId, sk: 'noticesRead' });
const allowancePrefix = 'allow#';
const allowanceKey = (personId: PersonId, id: ActionId) => ({ pk: personId, sk: `${allowancePrefix}${id}` });
const spentName = (template: SubscriptionTemplate) => `spent_${template}`;
const sameTemplates = (a: readonly SubscriptionTemplate[], b: readonly SubscriptionTemplate[]) =>
  a.toSorted().join() === b.toSorted().join();
/** The inbox is a person's partition from `notice#` on; nothing else of it can be read by a page token. */
const inboxKeys = (personId: PersonId): ListKeys => ({ fixed: { pk: personId }, open: ['sk'] });
/** An accept that was never used is forgotten after this long. */
const allowanceSeconds = 180 * 86_400;

const inboxFrom = (cursor: string | undefined, personId: PersonId): Item | undefined => {
  const key = fromCursor(cursor, inboxKeys(personId));
  return key === undefined || String(key['sk']).startsWith(noticePrefix) ? key : { ...key, sk: `${noticePrefix}~` };
};

export type NoticeStore = {
  /** Keeps a notice unless one of the same cause is there. */
  keep: (personId: PersonId, notice: KeptNotice) => Promise<void>;
  /** Claims the right to push this notice to the phone; true once per notice, whatever happens after. */
  claimPush: (personId: PersonId, noticeId: string, now: Date) => Promise<boolean>;
  /** Newest first. */
  list: (personId: PersonId, cursor: string | undefined) => Promise<Page<Notice>>;
  /** Unread notices, at most 100. */
  countUnread: (personId: PersonId) => Promise<number>;
  /** Moves the reading mark forward, never back; returns where it stands. */
  markRead: (personId: PersonId, upTo: string) => Promise<string>;
  /** Adds one message of each template that the person allowed; the same accept twice adds one. False: the id stands for other templates. */
  allow: (personId: PersonId, id: ActionId, templates: readonly SubscriptionTemplate[], now: Date) => Promise<boolean>;
  /** Takes one allowed message away; false when there is none. Two takers never take the same one. */
  spendAllowance: (personId: PersonId, template: SubscriptionTemplate) => Promise<boolean>;
  countAllowances: (personId: PersonId) => Promise<Record<SubscriptionTemplate, number>>;
};

export const makeMemoryNoticeStore = (): NoticeStore => {
  const notices = new Map<string, KeptNotice>();
  const pushed = new Set<string>();
  const marks = new Map<PersonId, string>();
  const allowances = new Map<string, { templates: readonly SubscriptionTemplate[]; open: Set<SubscriptionTemplate> }>();
  const sortKey = (personId: PersonId, id: string) => `${personId}|${id}`;
  const of = (personId: PersonId) =>
    [...notices]
      .filter(([key]) => key.startsWith(`${personId}|`))
      .map(([, notice]) => notice)
      .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const isRead = (personId: PersonId, id: string) => id <= (marks.get(personId) ?? '');
  const openOf = (personId: PersonId, template: SubscriptionTemplate) =>
    [...allowances].filter(([key, { open }]) => open.has(template) && key.startsWith(`${personId}|`));

  return {
    keep: async (personId, notice) => {
      const key = sortKey(personId, notice.id);
      if (!notices.has(key)) notices.set(key, notice);
    },
    claimPush: async (personId, noticeId) => {
      const key = sortKey(personId, noticeId);
      if (!notices.has(key) || pushed.has(key)) return false;
      pushed.add(key);
      return true;
    },
    list: async (personId, cursor) => {
      const from = inboxFrom(cursor, personId)?.['sk'];
      const rest = of(personId).filter(({ id }) => from === undefined || noticePrefix + id < String(from));
      const items = rest.slice(0, pageSize).map((notice) => ({ ...notice, isRead: isRead(personId, notice.id) }));
      const last = items.at(-1);
      const next = last !== undefined && rest.length > pageSize ? toCursor(noticeKey(personId, last.id)) : undefined;
      return { items, next };
    },
    countUnread: async (personId) => Math.min(unreadCap, of(personId).filter(({ id }) => !isRead(personId, id)).length),
    markRead: async (personId, upTo) => {
      const [, furthest = upTo] = [marks.get(personId) ?? '', upTo].toSorted();
      marks.set(personId, furthest);
      return furthest;
    },
    allow: async (personId, id, templates) => {
      const key = `${personId}|${id}`;
      const known = allowances.get(key);
      if (known === undefined) allowances.set(key, { templates, open: new Set(templates) });
      return known === undefined || sameTemplates(known.templates, templates);
    },
    spendAllowance: async (personId, template) => {
      const [first] = openOf(personId, template);
      if (first === undefined) return false;
      first[1].open.delete(template);
      return true;
    },
    countAllowances: async (personId) => ({
      ticketProgress: openOf(personId, 'ticketProgress').length,
      ticketWaiting: openOf(personId, 'ticketWaiting').length,
    }),
  };
};

export const makeDynamoNoticeStore = (table: Table): NoticeStore => {
  const readUpTo = async (personId: PersonId): Promise<string> => {
    const item = await table.get(markKey(personId), { consistent: false });
    return item === undefined ? '' : z.parse(Mark, item).readUpTo;
  };
  /** Spent ones stay for months and are filtered after reading, so a page may be empty and the next one not. */
  const openAllowances = async function* (personId: PersonId, template: SubscriptionTemplate) {
    let from: Item | undefined;
    do {
      const page = await table.query({
        condition: 'pk = :person AND begins_with(sk, :prefix)',
        filter: 'contains(templates, :template) AND attribute_not_exists(#spent)',
        names: { '#spent': spentName(template) },
        values: { ':person': personId, ':prefix': allowancePrefix, ':template': template },
        newestFirst: true,
        from,
      });
      yield* page.items.map((item) => z.parse(Allowance, item).sk);
      from = page.next;
    } while (from !== undefined);
  };
  const countOpen = async (personId: PersonId, template: SubscriptionTemplate): Promise<number> => {
    let count = 0;
    for await (const _ of openAllowances(personId, template)) count += 1;
    return count;
  };

  return {
    keep: async (personId, notice) => {
      await table.put({ ...noticeKey(personId, notice.id), ...notice }, 'attribute_not_exists(pk)');
    },
    claimPush: async (personId, noticeId, now) => {
      const { applied } = await table.update(
        noticeKey(personId, noticeId),
        'SET pushedAt = :now',
        'attribute_exists(pk) AND attribute_not_exists(pushedAt)',
        { values: { ':now': now.toISOString() } },
      );
      return applied;
    },
    list: async (personId, cursor) => {
      const [mark, page] = await Promise.all([
        readUpTo(personId),
        table.query({
          condition: 'pk = :person AND begins_with(sk, :prefix)',
          values: { ':person': personId, ':prefix': noticePrefix },
          limit: pageSize,
          newestFirst: true,
          from: inboxFrom(cursor, personId),
          consistent: false,
        }),
      ]);
      const items = page.items.map((item) => z.parse(Kept, item)).map((kept) => ({ ...kept, isRead: kept.id <= mark }));
      return { items, next: toCursor(page.next) };
    },
    countUnread: async (personId) => {
      const { items } = await table.query({
        condition: 'pk = :person AND sk BETWEEN :after AND :end',
        values: {
          ':person': personId,
          ':after': `${noticePrefix}${await readUpTo(personId)} `,
          ':end': `${noticePrefix}~`,
        },
        limit: unreadCap,
        consistent: false,
      });
      return items.length;
    },
    markRead: async (personId, upTo) => {
      const written = await table.update(
        markKey(personId),
        'SET readUpTo = :upTo',
        'attribute_not_exists(pk) OR readUpTo < :upTo',
        { values: { ':upTo': upTo } },
      );
      return z.parse(Mark, written.applied ? written.item : written.existing).readUpTo;
    },
    allow: async (personId, id, templates, now) => {
      const expiresAt = Math.floor(now.getTime() / 1000) + allowanceSeconds;
      const written = await table.put(
        { ...allowanceKey(personId, id), templates, expiresAt },
        'attribute_not_exists(pk)',
      );
      return written.applied || sameTemplates(z.parse(Allowance, written.existing).templates, templates);
    },
    spendAllowance: async (personId, template) => {
      for await (const sk of openAllowances(personId, template)) {
        const { applied } = await table.update(
          { pk: personId, sk },
          'SET #spent = :yes',
          'attribute_exists(pk) AND attribute_not_exists(#spent)',
          { names: { '#spent': spentName(template) }, values: { ':yes': true } },
        );
        if (applied) return true;
      }
      return false;
    },
    countAllowances: async (personId) => ({
      ticketProgress: await countOpen(personId, 'ticketProgress'),
      ticketWaiting: await countOpen(personId, 'ticketWaiting'),
    }),
  };
};
