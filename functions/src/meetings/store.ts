import { type CommunityId, communityOf, MeetingId, type TopicId } from '@suishoupai/shared/ids';
import { MeetingCard } from '@suishoupai/shared/meetings/card';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Item, Part, Table } from '../dynamo/table.ts';
import { cardOf, MeetingRecord, MinutesRecord, overAt } from './record.ts';

export const meetingPk = (id: MeetingId) => `${communityOf(id)}#${id}`;
const meetingKey = (id: MeetingId) => ({ pk: meetingPk(id), sk: 'meeting' });
const minutesPrefix = 'minutes#';
const minutesKey = (id: MeetingId, number: number) => ({
  pk: meetingPk(id),
  sk: `${minutesPrefix}${String(number).padStart(4, '0')}`,
});
/** By topic lies only which meetings there are; a meeting whose notice has dropped the topic says so itself. */
const topicPk = (topicId: TopicId) => `${communityOf(topicId)}#${topicId}#meetings`;
const listKeyOf = (communityId: CommunityId) => `${communityId}#meetings`;

const Link = z.object({ sk: MeetingId });
const ListItem = z.object({ card: MeetingCard });

const listedOf = (meeting: MeetingRecord) => ({
  listKey: listKeyOf(meeting.communityId),
  listAt: overAt(meeting),
  card: cardOf(meeting),
});

/** The meeting in a stream record; undefined for every other item. */
export const meetingOf = (item: Item): MeetingRecord | undefined =>
  item['sk'] === 'meeting' ? z.parse(MeetingRecord, item['meeting']) : undefined;

/** The version of the minutes in a stream record; undefined for every other item. */
export const minutesOf = (item: Item): MinutesRecord | undefined =>
  String(item['sk']).startsWith(minutesPrefix) ? z.parse(MinutesRecord, item) : undefined;

export type MeetingList = {
  communityId: CommunityId;
  when: 'coming' | 'past';
  now: string;
  cursor?: string | undefined;
};
type Along = {
  /** A new version of the minutes, written with it. */
  minutes?: MinutesRecord;
  /** Topics under which it is found from now on. */
  topicIds?: readonly TopicId[];
};

export type MeetingStore = {
  /** The meeting by key, read consistently; undefined when there is none. */
  find: (id: MeetingId) => Promise<MeetingRecord | undefined>;
  /**
   * Writes revision n if n-1 stands there (1 if nothing does), with what goes along, all or nothing. False: somebody else was first, nothing
   * was written.
   */
  save: (meeting: MeetingRecord, along?: Along) => Promise<boolean>;
  /** Those to come, the next first, or those that are over, the last first; by when they end. */
  list: (list: MeetingList) => Promise<{ items: MeetingCard[]; next: string | undefined }>;
  /** The meetings ever called for a topic, oldest first. */
  idsOf: (topicId: TopicId) => Promise<MeetingId[]>;
  /** A version of the minutes, read consistently; undefined when there is none. */
  findMinutes: (id: MeetingId, number: number) => Promise<MinutesRecord | undefined>;
  /** All versions, the first first, read consistently. */
  listMinutes: (id: MeetingId) => Promise<MinutesRecord[]>;
};

const listFrom = ({ communityId, cursor }: MeetingList): Item | undefined =>
  fromCursor(cursor, { fixed: { listKey: listKeyOf(communityId), sk: 'meeting' }, open: ['pk', 'listAt'] });
const cursorOf = (meeting: MeetingRecord) => {
  const { listKey, listAt } = listedOf(meeting);
  return toCursor({ ...meetingKey(meeting.id), listKey, listAt });
};

export const makeMemoryMeetingStore = (): MeetingStore => {
  const meetings = new Map<MeetingId, MeetingRecord>();
  const minutes = new Map<string, MinutesRecord>();
  const links = new Map<TopicId, Set<MeetingId>>();
  const nameOf = (id: MeetingId, number: number) => minutesKey(id, number).pk + minutesKey(id, number).sk;
  return {
    find: async (id) => structuredClone(meetings.get(id)),
    save: async (meeting, along = {}) => {
      if ((meetings.get(meeting.id)?.revision ?? 0) !== meeting.revision - 1) return false;
      meetings.set(meeting.id, structuredClone(meeting));
      if (along.minutes) minutes.set(nameOf(meeting.id, along.minutes.number), structuredClone(along.minutes));
      for (const topicId of along.topicIds ?? []) {
        links.set(topicId, (links.get(topicId) ?? new Set()).add(meeting.id));
      }
      return true;
    },
    list: async (list) => {
      const isPast = list.when === 'past';
      const placeOf = (meeting: MeetingRecord) => `${overAt(meeting)}#${meetingPk(meeting.id)}`;
      const from = listFrom(list);
      const after = from === undefined ? undefined : `${from['listAt']}#${from['pk']}`;
      const rest = [...meetings.values()]
        .filter((meeting) => meeting.communityId === list.communityId && overAt(meeting) < list.now === isPast)
        .filter((meeting) => after === undefined || (isPast ? placeOf(meeting) < after : placeOf(meeting) > after))
        .toSorted((a, b) => (placeOf(a) < placeOf(b) === isPast ? 1 : -1));
      const page = rest.slice(0, meetingLimits.pageSize);
      const last = page.at(-1);
      return {
        items: page.map(cardOf),
        next: last !== undefined && rest.length > page.length ? cursorOf(last) : undefined,
      };
    },
    idsOf: async (topicId) => [...(links.get(topicId) ?? [])].toSorted(),
    findMinutes: async (id, number) => structuredClone(minutes.get(nameOf(id, number))),
    listMinutes: async (id) =>
      structuredClone([...minutes.values()].filter(({ meetingId }) => meetingId === id)).toSorted(
        (a, b) => a.number - b.number,
      ),
  };
};

const replaced = (meeting: MeetingRecord) => ({
  key: meetingKey(meeting.id),
  update: 'SET meeting = :meeting, revision = :revision, listKey = :listKey, listAt = :listAt, card = :card',
  condition: meeting.revision === 1 ? 'attribute_not_exists(pk)' : 'revision = :replaced',
  values: {
    ':meeting': meeting,
    ':revision': meeting.revision,
    ...(meeting.revision === 1 ? {} : { ':replaced': meeting.revision - 1 }),
    ...Object.fromEntries(Object.entries(listedOf(meeting)).map(([name, value]) => [`:${name}`, value])),
  },
});

export const makeDynamoMeetingStore = (table: Table): MeetingStore => ({
  find: async (id) => {
    const item = await table.get(meetingKey(id));
    return item === undefined ? undefined : meetingOf(item);
  },
  save: async (meeting, { minutes, topicIds = [] } = {}) => {
    const { key, update, condition, values } = replaced(meeting);
    // The condition on the meeting guards its versions too: their next number is free as long as the meeting stands as it was read.
    const parts: Part[] = [
      ...(minutes === undefined ? [] : [{ put: { ...minutesKey(meeting.id, minutes.number), ...minutes } }]),
      ...topicIds.map((topicId) => ({ put: { pk: topicPk(topicId), sk: meeting.id } })),
    ];
    if (parts.length === 0) return (await table.update(key, update, condition, { values })).applied;
    return table.transact([{ update: { key, update, condition, values } }, ...parts]);
  },
  list: async (list) => {
    const { items, next } = await table.query({
      index: 'byList',
      condition: `listKey = :list AND listAt ${list.when === 'past' ? '<' : '>='} :now`,
      values: { ':list': listKeyOf(list.communityId), ':now': list.now },
      limit: meetingLimits.pageSize,
      newestFirst: list.when === 'past',
      from: listFrom(list),
    });
    return { items: items.map((item) => z.parse(ListItem, item).card), next: toCursor(next) };
  },
  idsOf: async (topicId) => {
    const { items } = await table.query({ condition: 'pk = :topic', values: { ':topic': topicPk(topicId) } });
    return items.map((item) => z.parse(Link, item).sk);
  },
  findMinutes: async (id, number) => {
    const item = await table.get(minutesKey(id, number));
    return item === undefined ? undefined : z.parse(MinutesRecord, item);
  },
  listMinutes: async (id) => {
    const found: MinutesRecord[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :meeting AND begins_with(sk, :prefix)',
        values: { ':meeting': meetingPk(id), ':prefix': minutesPrefix },
        from,
      });
      found.push(...items.map((item) => z.parse(MinutesRecord, item)));
      from = next;
    } while (from !== undefined);
    return found;
  },
});
