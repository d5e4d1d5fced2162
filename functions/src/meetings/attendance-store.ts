import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, MeetingId, PersonId } from '@suishoupai/shared/ids';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import * as z from 'zod/mini';
import type { Item, Table } from '../dynamo/table.ts';
import { makeDynamoTakeTry, makeMemoryTakeTry } from '../dynamo/tries.ts';
import type { AttendanceCounts } from './record.ts';
import { meetingPk } from './store.ts';

const SignedIn = z.object({ id: ActionId, personId: PersonId, how: z.enum(['code', 'online']), at: Instant });
export type SignedIn = z.output<typeof SignedIn>;

const OnPaper = z.object({
  id: ActionId,
  how: z.literal('paper'),
  at: Instant,
  name: z.string(),
  household: z.string(),
  witnesses: z.tuple([z.string(), z.string()]),
  /** Who wrote it down. */
  personId: PersonId,
  digest: z.string(),
});
export type OnPaper = z.output<typeof OnPaper>;

const Counted = z.object({ how: z.enum(['code', 'online', 'paper']) });

const prefix = 'attend#';
const paperPrefix = `${prefix}paper#`;
const personKey = (id: MeetingId, personId: PersonId) => ({ pk: meetingPk(id), sk: `${prefix}${personId}` });
const paperKey = (id: MeetingId, actionId: string) => ({ pk: meetingPk(id), sk: paperPrefix + actionId });
const triesKey = (id: MeetingId, personId: PersonId) => ({ pk: meetingPk(id), sk: `tries#${personId}` });

const { tries: most, tryMinutes: minutes, attendees } = meetingLimits;

/** Who signed in to which meeting, in a stream record; undefined for every other item, names on paper too. */
export const signedInOf = (item: Item): { meetingId: MeetingId; signedIn: SignedIn } | undefined => {
  if (!String(item['sk']).startsWith(`${prefix}usr_`)) return undefined;
  const meetingId = z.parse(MeetingId, String(item['pk']).split('#')[1]);
  return { meetingId, signedIn: z.parse(SignedIn, item) };
};

/** Each attendance is an item of its own; nothing is counted on the side, so that nobody waits for anybody in the door. */
export type AttendanceStore = {
  /** Keeps that a person came, once; returns what stands: the first time they signed in. */
  signIn: (id: MeetingId, signedIn: SignedIn) => Promise<SignedIn>;
  /** When and how a person signed in, read consistently; undefined when they did not. */
  find: (id: MeetingId, personId: PersonId) => Promise<SignedIn | undefined>;
  /** Keeps a name on paper, once for its id; returns what stands under it. */
  list: (id: MeetingId, onPaper: OnPaper) => Promise<OnPaper>;
  /** A name on paper by the id under which it was written down, read consistently; undefined when there is none. */
  findPaper: (id: MeetingId, actionId: string) => Promise<OnPaper | undefined>;
  /** The names on paper, oldest first, at most `meetingLimits.attendees`. */
  onPaper: (id: MeetingId) => Promise<OnPaper[]>;
  /** How many are there, read consistently: a query over one meeting, about 12 units for a hundred people. */
  count: (id: MeetingId) => Promise<AttendanceCounts>;
  /** Takes one of a person's tries at the code; false when those of the running minutes are used up. At once: no more than there are. */
  takeTry: (id: MeetingId, personId: PersonId, now: Date) => Promise<boolean>;
};

const countOf = (ways: readonly string[]): AttendanceCounts => {
  const many = (how: string) => ways.filter((each) => each === how).length;
  return { onSpot: many('code'), online: many('online'), paper: many('paper') };
};

export const makeMemoryAttendanceStore = (): AttendanceStore => {
  const people = new Map<string, SignedIn>();
  const papers = new Map<string, OnPaper>();
  const takeTry = makeMemoryTakeTry();
  const nameOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk}|${sk}`;
  const standing = <T>(kept: Map<string, T>, name: string, value: T): T => {
    const first = kept.get(name) ?? structuredClone(value);
    kept.set(name, first);
    return structuredClone(first);
  };
  const within = <T>(kept: Map<string, T>, id: MeetingId): T[] =>
    [...kept].filter(([name]) => name.startsWith(`${meetingPk(id)}|`)).map(([, value]) => structuredClone(value));
  return {
    signIn: async (id, signedIn) => standing(people, nameOf(personKey(id, signedIn.personId)), signedIn),
    find: async (id, personId) => structuredClone(people.get(nameOf(personKey(id, personId)))),
    list: async (id, onPaper) => standing(papers, nameOf(paperKey(id, onPaper.id)), onPaper),
    findPaper: async (id, actionId) => structuredClone(papers.get(nameOf(paperKey(id, actionId)))),
    onPaper: async (id) => within(papers, id).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    count: async (id) => countOf([...within(people, id), ...within(papers, id)].map(({ how }) => how)),
    takeTry: (id, personId, now) => takeTry(triesKey(id, personId), { most, minutes }, now),
  };
};

export const makeDynamoAttendanceStore = (table: Table): AttendanceStore => {
  const takeTry = makeDynamoTakeTry(table);
  const eachOf = async (id: MeetingId, begins: string): Promise<Item[]> => {
    const found: Item[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :meeting AND begins_with(sk, :prefix)',
        values: { ':meeting': meetingPk(id), ':prefix': begins },
        from,
      });
      found.push(...items);
      from = next;
    } while (from !== undefined);
    return found;
  };
  return {
    signIn: async (id, signedIn) => {
      const written = await table.put({ ...personKey(id, signedIn.personId), ...signedIn }, 'attribute_not_exists(pk)');
      return z.parse(SignedIn, written.applied ? written.item : written.existing);
    },
    find: async (id, personId) => {
      const item = await table.get(personKey(id, personId));
      return item === undefined ? undefined : z.parse(SignedIn, item);
    },
    list: async (id, onPaper) => {
      const written = await table.put({ ...paperKey(id, onPaper.id), ...onPaper }, 'attribute_not_exists(pk)');
      return z.parse(OnPaper, written.applied ? written.item : written.existing);
    },
    findPaper: async (id, actionId) => {
      const item = await table.get(paperKey(id, actionId));
      return item === undefined ? undefined : z.parse(OnPaper, item);
    },
    onPaper: async (id) => {
      const { items } = await table.query({
        condition: 'pk = :meeting AND begins_with(sk, :prefix)',
        values: { ':meeting': meetingPk(id), ':prefix': paperPrefix },
        limit: attendees,
      });
      return items.map((item) => z.parse(OnPaper, item));
    },
    count: async (id) => countOf((await eachOf(id, prefix)).map((item) => z.parse(Counted, item).how)),
    takeTry: (id, personId, now) => takeTry(triesKey(id, personId), { most, minutes }, now),
  };
};
