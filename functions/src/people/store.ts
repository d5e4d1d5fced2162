import { Instant } from '@suishoupai/shared/contract/fields';
import type { PersonId } from '@suishoupai/shared/ids';
import { ActionId, PersonId as PersonIdSchema } from '@suishoupai/shared/ids';
import { Grant, Post, type Scope } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import type { Table, Written } from '../dynamo/table.ts';

/** The last word of a person on being away: by which action, and until when; back when there is no time. */
const Away = z.object({ by: ActionId, until: z.optional(Instant) });
export type Away = z.output<typeof Away>;

export const Person = z.object({
  id: PersonIdSchema,
  openid: z.string(),
  createdAt: z.string(),
  grants: z.array(Grant),
  away: z.optional(Away),
});
export type Person = z.output<typeof Person>;

const OpenidItem = z.object({ personId: PersonIdSchema });
/** What a desk knows of who sits at it, so that asking who is on duty is one query. */
const SeatItem = z.object({
  sk: PersonIdSchema,
  label: z._default(z.string(), ''),
  post: z._default(Post, 'A'),
  awayUntil: z.optional(Instant),
});
export type Seat = { personId: PersonId; label: string; post: Post; awayUntil?: string | undefined };

const personKey = (id: PersonId) => ({ pk: id, sk: 'person' });
const openidKey = (openid: string) => ({ pk: `wx#${openid}`, sk: 'person' });
const seatKey = (id: PersonId, grant: Grant) => ({ pk: deskPk(scopeOfGrant(grant), deskOfGrant(grant)), sk: id });
const deskPk = (scope: Scope, desk: string) => `desk#${scope}#${desk}`;

/** Where a grant counts: its community, or its street. */
export const scopeOfGrant = (grant: Grant): Scope =>
  grant.role === 'coordinator' ? grant.streetId : grant.communityId;

/** The desk that a grant seats its holder at: what the queue and notices are addressed to. */
export const deskOfGrant = (grant: Grant): string => {
  switch (grant.role) {
    case 'departmentStaff':
      return grant.departmentId;
    case 'gridWorker':
      return grant.gridId;
    case 'communityStaff':
      return 'community';
    case 'coordinator':
      return 'street';
    case 'supplier':
      return grant.supplierId;
    default:
      return grant satisfies never;
  }
};

const isAt = (grant: Grant, scope: Scope, desk: string) => scopeOfGrant(grant) === scope && deskOfGrant(grant) === desk;
const isSameGrant = (a: Grant, b: Grant) => isAt(a, scopeOfGrant(b), deskOfGrant(b));

const seatOf = ({ id, away }: Person, grant: Grant): Seat => ({
  personId: id,
  label: grant.label,
  post: 'post' in grant ? (grant.post ?? 'A') : 'A',
  awayUntil: away?.until,
});

const isPresent = ({ awayUntil }: Seat, now: Date) => awayUntil === undefined || awayUntil <= now.toISOString();

/** The A's who are there; with none of them there the B's; with nobody there everyone, for somebody must hear of it. */
const onDutyOf = (seats: readonly Seat[], now: Date): PersonId[] => {
  const present = seats.filter((seat) => isPresent(seat, now));
  const first = present.filter(({ post }) => post === 'A');
  const onDuty = first.length > 0 ? first : present;
  return (onDuty.length > 0 ? onDuty : seats).map(({ personId }) => personId);
};

export type PeopleStore = {
  /** The person of an openid, read consistently; undefined when that openid was never admitted. */
  known: (openid: string) => Promise<Person | undefined>;
  /** The person of an openid, made with `newId` when there is none. Two first sign-ins at once give one person. */
  admit: (openid: string, newId: PersonId, now: Date) => Promise<Person>;
  /** The person, read consistently; undefined when unknown. */
  find: (id: PersonId) => Promise<Person | undefined>;
  /** Gives a grant and the seat at its desk; held already, its label and post are renewed. False for an unknown person. */
  grant: (id: PersonId, grant: Grant) => Promise<boolean>;
  /** Takes a grant and the seat at its desk away; one not held changes nothing. False for an unknown person. */
  revoke: (id: PersonId, grant: Grant) => Promise<boolean>;
  /** Marks all seats of a person as away or back; the same action again changes nothing. Undefined: unknown, or the id stands for another time. */
  setAway: (id: PersonId, away: Away) => Promise<Person | undefined>;
  /** Who sits at a desk and how, at most 100. */
  seats: (scope: Scope, desk: string) => Promise<Seat[]>;
  /** Everyone seated at a desk, away or not, at most 100. */
  staffOf: (scope: Scope, desk: string) => Promise<PersonId[]>;
  /** Whom a desk's notices go to now: the A's who are not away, else the B's who are not, else everyone. */
  onDuty: (scope: Scope, desk: string, now: Date) => Promise<PersonId[]>;
};

/** Both ways of asking who sits at a desk come from its seats. */
const deskWatch = (seats: PeopleStore['seats']): Pick<PeopleStore, 'seats' | 'staffOf' | 'onDuty'> => ({
  seats,
  staffOf: async (scope, desk) => (await seats(scope, desk)).map(({ personId }) => personId),
  onDuty: async (scope, desk, now) => onDutyOf(await seats(scope, desk), now),
});

const isSameAway = (a: Away | undefined, b: Away) => a?.by === b.by && a.until === b.until;

export const makeMemoryPeopleStore = (): PeopleStore => {
  const people = new Map<PersonId, Person>();
  const byOpenid = new Map<string, PersonId>();
  const find = (id: PersonId | undefined) => (id === undefined ? undefined : structuredClone(people.get(id)));
  return {
    known: async (openid) => find(byOpenid.get(openid)),
    admit: async (openid, newId, now) => {
      const id = byOpenid.get(openid) ?? newId;
      if (!byOpenid.has(openid)) {
        byOpenid.set(openid, id);
        people.set(id, { id, openid, createdAt: now.toISOString(), grants: [] });
      }
      return find(id) ?? { id, openid, createdAt: now.toISOString(), grants: [] };
    },
    find: async (id) => find(id),
    grant: async (id, grant) => {
      const person = people.get(id);
      if (person === undefined) return false;
      person.grants = [...person.grants.filter((held) => !isSameGrant(held, grant)), grant];
      return true;
    },
    revoke: async (id, grant) => {
      const person = people.get(id);
      if (person === undefined) return false;
      person.grants = person.grants.filter((held) => !isSameGrant(held, grant));
      return true;
    },
    setAway: async (id, away) => {
      const person = people.get(id);
      if (person === undefined) return undefined;
      if (person.away?.by === away.by && !isSameAway(person.away, away)) return undefined;
      person.away = away;
      return find(id);
    },
    ...deskWatch(async (scope, desk) =>
      [...people.values()]
        .flatMap((person) =>
          person.grants.filter((held) => isAt(held, scope, desk)).map((held) => seatOf(person, held)),
        )
        .toSorted((a, b) => (a.personId < b.personId ? -1 : 1)),
    ),
  };
};

export const makeDynamoPeopleStore = (table: Table): PeopleStore => {
  const find = async (id: PersonId) => {
    const item = await table.get(personKey(id));
    return item === undefined ? undefined : z.parse(Person, item);
  };

  /** Two changes at once: the later one finds other grants than it read and looks again. Undefined for an unknown person. */
  const setGrants = async (id: PersonId, change: (held: Grant[]) => Grant[]): Promise<Person | undefined> => {
    for (let person = await find(id); person !== undefined; person = await find(id)) {
      const written = await table.update(personKey(id), 'SET grants = :after', 'grants = :before', {
        values: { ':before': person.grants, ':after': change(person.grants) },
      });
      if (written.applied) return z.parse(Person, written.item);
    }
    return undefined;
  };

  /** A seat that was taken away meanwhile stays away. */
  const markSeat = async (person: Person, grant: Grant): Promise<void> => {
    const until = person.away?.until;
    await (until === undefined
      ? table.update(seatKey(person.id, grant), 'REMOVE awayUntil', 'attribute_exists(pk)', {})
      : table.update(seatKey(person.id, grant), 'SET awayUntil = :until', 'attribute_exists(pk)', {
          values: { ':until': until },
        }));
  };

  /** The same for a repeat, which finds nothing to write unless the first try was killed on its way. */
  const mendSeat = async (person: Person, grant: Grant): Promise<void> => {
    const item = await table.get(seatKey(person.id, grant));
    if (item !== undefined && z.parse(SeatItem, item).awayUntil !== person.away?.until) await markSeat(person, grant);
  };

  return {
    known: async (openid) => {
      const item = await table.get(openidKey(openid));
      return item === undefined ? undefined : find(z.parse(OpenidItem, item).personId);
    },

    admit: async (openid, newId, now) => {
      const known = await table.get(openidKey(openid));
      const claim: Written =
        known === undefined
          ? await table.put({ ...openidKey(openid), personId: newId }, 'attribute_not_exists(pk)')
          : { applied: false, existing: known };
      const id = claim.applied ? newId : z.parse(OpenidItem, claim.existing).personId;
      const present = claim.applied ? undefined : await find(id);
      if (present !== undefined) return present;
      // The person is written after the claim on the openid; a crash in between is mended here by the next sign-in.
      const person: Person = { id, openid, createdAt: now.toISOString(), grants: [] };
      const written = await table.put({ ...personKey(id), ...person }, 'attribute_not_exists(pk)');
      return z.parse(Person, written.applied ? written.item : written.existing);
    },

    find,

    grant: async (id, grant) => {
      const person = await setGrants(id, (held) => [...held.filter((other) => !isSameGrant(other, grant)), grant]);
      if (person === undefined) return false;
      const { label, post, awayUntil } = seatOf(person, grant);
      await table.put({ ...seatKey(id, grant), label, post, awayUntil });
      return true;
    },

    revoke: async (id, grant) => {
      const person = await setGrants(id, (held) => held.filter((other) => !isSameGrant(other, grant)));
      if (person !== undefined) await table.delete(seatKey(id, grant));
      return person !== undefined;
    },

    setAway: async (id, away) => {
      const written = await table.update(
        personKey(id),
        'SET away = :away',
        'attribute_exists(pk) AND (attribute_not_exists(away) OR away.#by <> :by)',
        { names: { '#by': 'by' }, values: { ':away': away, ':by': away.by } },
      );
      const item = written.applied ? written.item : written.existing;
      if (item === undefined) return undefined;
      const person = z.parse(Person, item);
      if (!isSameAway(person.away, away)) return undefined;
      const mark = written.applied ? markSeat : mendSeat;
      await Promise.all(person.grants.map((grant) => mark(person, grant)));
      return person;
    },

    ...deskWatch(async (scope, desk) => {
      const { items } = await table.query({
        condition: 'pk = :desk',
        values: { ':desk': deskPk(scope, desk) },
        limit: 100,
      });
      return items.map((item) => {
        const { sk: personId, ...seat } = z.parse(SeatItem, item);
        return { personId, ...seat };
      });
    }),
  };
};
