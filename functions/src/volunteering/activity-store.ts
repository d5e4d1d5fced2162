import { type ActionId, type ActivityId, type CommunityId, communityOf, type PersonId } from '@suishoupai/shared/ids';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Act, MemoryItems } from '../dynamo/memory-items.ts';
import { dynamoWrites, memoryWrites, type OneWrite } from '../dynamo/one-write.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { type Activity, ActivityRecord, Roll } from './record.ts';

const activityKey = (id: ActivityId): Key => ({ pk: `${communityOf(id)}#${id}`, sk: 'activity' });

export type ActivityList = { communityId: CommunityId; when: 'planned' | 'coming' | 'past'; now: string };
type Page = { items: ActivityId[]; next: string | undefined };

/** A change of the roll: `isMade` or what stood in the way; either way, how the activity stands. */
export type Moved = { isMade: boolean; stands: Activity | undefined };
type SignUp = { activityId: ActivityId; personId: PersonId; id: ActionId; now: string };

export type ActivityStore = {
  /** With its roll, read consistently unless told otherwise; undefined when there is none. */
  find: (id: ActivityId, options?: { consistent?: boolean }) => Promise<Activity | undefined>;
  /**
   * Writes version n if n-1 stands there (1 if nothing does). The roll stays what it is; `mustFit`: only if everybody on it has a place
   * afterwards. False: nothing was written.
   */
  save: (activity: ActivityRecord, mustFit?: boolean) => Promise<boolean>;
  /**
   * Puts somebody at the end of the roll, in one write: made while signing up is open, there is room and they are not on it; a sign-up that
   * was withdrawn is not made again.
   */
  signUp: (signUp: SignUp) => Promise<Moved>;
  /** Takes that sign-up off the roll, in one write, before the activity begins. */
  withdraw: (signUp: SignUp) => Promise<Moved>;
  /** Which there are: those only planned; those to come, the next first; those past, the last first. */
  list: (list: ActivityList, cursor?: string) => Promise<Page>;
};

const { places: _, names: mostNames, pageSize } = volunteeringLimits;
const listKeyOf = (communityId: CommunityId, isPlanned: boolean) =>
  `${communityId}#activities${isPlanned ? '#planned' : ''}`;

/** What the conditions of the roll look at stands beside the activity, written with it. */
const beside = (activity: ActivityRecord) => ({
  activity,
  version: activity.version,
  state: activity.state,
  endsAt: activity.endsAt,
  places: activity.places,
  room: activity.places + activity.waitingPlaces,
  listKey: listKeyOf(activity.communityId, activity.state === 'planned'),
  listAt: activity.endsAt,
});

const Beside = z.object({ version: z.int(), state: z.string(), endsAt: z.string(), places: z.int(), room: z.int() });
const Kept = z.object({ activity: ActivityRecord, ...Roll.shape });

/** The activity in an item or a stream record; undefined for every other item. */
export const activityOf = (item: Item | undefined): Activity | undefined => {
  if (item?.['sk'] !== 'activity') return undefined;
  const { activity, ...roll } = z.parse(Kept, item);
  return { activity, roll };
};

const made = (activity: ActivityRecord): Act => {
  const key = activityKey(activity.id);
  const blank: Roll = { seqs: {}, ids: {}, next: 1, movedAt: activity.madeAt };
  const item = { ...key, ...beside(activity), ...blank };
  return {
    key,
    part: { put: item, when: { condition: 'attribute_not_exists(pk)' } },
    apply: (existing) => (existing === undefined ? item : undefined),
  };
};

const replaced = (activity: ActivityRecord, mustFit: boolean): Act => {
  const key = activityKey(activity.id);
  const after = beside(activity);
  const names = Object.fromEntries(Object.keys(after).map((name) => [`#${name}`, name]));
  return {
    key,
    part: {
      update: {
        key,
        update: `SET ${Object.keys(after)
          .map((name) => `#${name} = :${name}`)
          .join(', ')}`,
        condition: `#version = :replaced${mustFit ? ' AND size(seqs) <= :places' : ''}`,
        names,
        values: {
          ...Object.fromEntries(Object.entries(after).map(([name, value]) => [`:${name}`, value])),
          ':replaced': activity.version - 1,
        },
      },
    },
    apply: (existing) => {
      if (existing?.['version'] !== activity.version - 1) return undefined;
      if (mustFit && Object.keys(z.parse(Roll, existing).seqs).length > activity.places) return undefined;
      return { ...existing, ...key, ...after };
    },
  };
};

const signedUp = ({ activityId, personId, id, now }: SignUp): Act => {
  const key = activityKey(activityId);
  return {
    key,
    part: {
      update: {
        key,
        update: 'SET seqs.#person = #next, #next = #next + :one, ids.#person = :id, movedAt = :now',
        condition: [
          'attribute_not_exists(seqs.#person)',
          '(attribute_not_exists(ids.#person) OR ids.#person <> :id)',
          'size(seqs) < #room',
          '(attribute_exists(ids.#person) OR size(ids) < :names)',
          '#state IN (:published, :running)',
          'endsAt > :now',
        ].join(' AND '),
        names: { '#person': personId, '#next': 'next', '#room': 'room', '#state': 'state' },
        values: {
          ...{ ':one': 1, ':id': id, ':now': now, ':names': mostNames },
          ...{ ':published': 'published', ':running': 'running' },
        },
      },
    },
    apply: (existing) => {
      if (existing === undefined) return undefined;
      const { seqs, ids, next } = z.parse(Roll, existing);
      const { room, state, endsAt } = z.parse(Beside, existing);
      const isKnown = seqs[personId] !== undefined || ids[personId] === id;
      const isRoom = Object.keys(seqs).length < room && (personId in ids || Object.keys(ids).length < mostNames);
      const isOpen = (state === 'published' || state === 'running') && endsAt > now;
      if (isKnown || !isRoom || !isOpen) return undefined;
      const roll: Roll = {
        seqs: { ...seqs, [personId]: next },
        ids: { ...ids, [personId]: id },
        next: next + 1,
        movedAt: now,
      };
      return { ...existing, ...key, ...roll };
    },
  };
};

const withdrawn = ({ activityId, personId, id, now }: SignUp): Act => {
  const key = activityKey(activityId);
  return {
    key,
    part: {
      update: {
        key,
        update: 'REMOVE seqs.#person SET movedAt = :now',
        condition: 'attribute_exists(seqs.#person) AND ids.#person = :id AND #state = :published',
        names: { '#person': personId, '#state': 'state' },
        values: { ':id': id, ':now': now, ':published': 'published' },
      },
    },
    apply: (existing) => {
      if (existing === undefined) return undefined;
      const { seqs, ids } = z.parse(Roll, existing);
      const { [personId]: own, ...rest } = seqs;
      if (own === undefined || ids[personId] !== id || existing['state'] !== 'published') return undefined;
      return { ...existing, ...key, seqs: rest, movedAt: now };
    },
  };
};

const makeStore = ({ get, write }: OneWrite, list: ActivityStore['list']): ActivityStore => {
  const move = async (act: Act): Promise<Moved> => {
    const written = await write(act);
    const item = written.applied ? written.item : written.existing;
    return { isMade: written.applied, stands: activityOf(item && { ...act.key, ...item }) };
  };
  return {
    find: async (id, options) => activityOf(await get(activityKey(id), options)),
    save: async (activity, mustFit = false) =>
      (await write(activity.version === 1 ? made(activity) : replaced(activity, mustFit))).applied,
    signUp: (signUp) => move(signedUp(signUp)),
    withdraw: (signUp) => move(withdrawn(signUp)),
    list,
  };
};

const listKeys = ({ communityId, when }: ActivityList): ListKeys => ({
  fixed: { listKey: listKeyOf(communityId, when === 'planned'), sk: 'activity' },
  open: ['pk', 'listAt'],
});
const idIn = (item: Item): ActivityId => String(item['pk']).split('#')[1] as ActivityId;

export const makeMemoryActivityStore = (items: MemoryItems): ActivityStore =>
  makeStore(memoryWrites(items), async (list, cursor) => {
    const { fixed } = listKeys(list);
    const from = fromCursor(cursor, listKeys(list));
    const placeOf = (item: Item) => `${item['listAt']}#${item['pk']}`;
    const isPast = list.when === 'past';
    const rest = items
      .filter(({ sk, ...item }) => sk === 'activity' && item['listKey'] === fixed['listKey'])
      .filter((item) => list.when === 'planned' || String(item['listAt']) < list.now === isPast)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) === isPast ? 1 : -1))
      .filter(
        (item) => from === undefined || (placeOf(item) < placeOf(from) === isPast && placeOf(item) !== placeOf(from)),
      );
    const page = rest.slice(0, pageSize);
    const last = page.at(-1);
    const isMore = last !== undefined && rest.length > page.length;
    const next = isMore ? toCursor({ ...fixed, pk: last.pk, listAt: last['listAt'] }) : undefined;
    return { items: page.map(idIn), next };
  });

export const makeDynamoActivityStore = (table: Table): ActivityStore =>
  makeStore(dynamoWrites(table), async (list, cursor) => {
    const isPast = list.when === 'past';
    const { items, next } = await table.query({
      index: 'byList',
      condition: `listKey = :list${list.when === 'planned' ? '' : ` AND listAt ${isPast ? '<' : '>='} :now`}`,
      values: {
        ':list': listKeyOf(list.communityId, list.when === 'planned'),
        ...(list.when === 'planned' ? {} : { ':now': list.now }),
      },
      limit: pageSize,
      newestFirst: isPast,
      from: fromCursor(cursor, listKeys(list)),
    });
    return { items: items.map(idIn), next: toCursor(next) };
  });
