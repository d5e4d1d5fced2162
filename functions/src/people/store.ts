import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { PersonId as PersonIdSchema } from '@suishoupai/shared/ids';
import { Grant } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';
import type { Table, Written } from '../dynamo/table.ts';

export const Person = z.object({
  id: PersonIdSchema,
  openid: z.string(),
  createdAt: z.string(),
  grants: z.array(Grant),
});
export type Person = z.output<typeof Person>;

const OpenidItem = z.object({ personId: PersonIdSchema });
const SeatItem = z.object({ sk: PersonIdSchema });

const personKey = (id: PersonId) => ({ pk: id, sk: 'person' });
const openidKey = (openid: string) => ({ pk: `wx#${openid}`, sk: 'person' });
const seatKey = (id: PersonId, grant: Grant) => ({ pk: deskPk(grant.communityId, deskOfGrant(grant)), sk: id });
const deskPk = (communityId: CommunityId, desk: string) => `desk#${communityId}#${desk}`;

/** The desk that a grant seats its holder at: what the queue and notices are addressed to. */
export const deskOfGrant = (grant: Grant): string => {
  switch (grant.role) {
    case 'departmentStaff':
      return grant.departmentId;
    case 'gridWorker':
      return grant.gridId;
    case 'communityStaff':
      return 'community';
    default:
      return grant satisfies never;
  }
};

const isSameGrant = (a: Grant, b: Grant) => a.communityId === b.communityId && deskOfGrant(a) === deskOfGrant(b);

export type PeopleStore = {
  /** The person of an openid, made with `newId` when there is none. Two first sign-ins at once give one person. */
  admit: (openid: string, newId: PersonId, now: Date) => Promise<Person>;
  /** The person, read consistently; undefined when unknown. */
  find: (id: PersonId) => Promise<Person | undefined>;
  /** Gives a grant and the seat at its desk; held already, its label is renewed. False for an unknown person. */
  grant: (id: PersonId, grant: Grant) => Promise<boolean>;
  /** Takes a grant and the seat at its desk away; one not held changes nothing. False for an unknown person. */
  revoke: (id: PersonId, grant: Grant) => Promise<boolean>;
  /** Everyone seated at a desk, at most 100. */
  staffOf: (communityId: CommunityId, desk: string) => Promise<PersonId[]>;
};

export const makeMemoryPeopleStore = (): PeopleStore => {
  const people = new Map<PersonId, Person>();
  const byOpenid = new Map<string, PersonId>();
  const find = (id: PersonId) => structuredClone(people.get(id));
  return {
    admit: async (openid, newId, now) => {
      const id = byOpenid.get(openid) ?? newId;
      if (!byOpenid.has(openid)) {
        byOpenid.set(openid, id);
        people.set(id, { id, openid, createdAt: now.toISOString(), grants: [] });
      }
      return structuredClone(people.get(id)) ?? { id, openid, createdAt: now.toISOString(), grants: [] };
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
    staffOf: async (communityId, desk) =>
      [...people.values()]
        .filter(({ grants }) => grants.some((held) => held.communityId === communityId && deskOfGrant(held) === desk))
        .map(({ id }) => id)
        .toSorted(),
  };
};

export const makeDynamoPeopleStore = (table: Table): PeopleStore => {
  const find = async (id: PersonId) => {
    const item = await table.get(personKey(id));
    return item === undefined ? undefined : z.parse(Person, item);
  };

  /** Two changes at once: the later one finds other grants than it read and looks again. False for an unknown person. */
  const setGrants = async (id: PersonId, change: (held: Grant[]) => Grant[]): Promise<boolean> => {
    for (let person = await find(id); person !== undefined; person = await find(id)) {
      const { applied } = await table.update(personKey(id), 'SET grants = :after', 'grants = :before', {
        values: { ':before': person.grants, ':after': change(person.grants) },
      });
      if (applied) return true;
    }
    return false;
  };

  return {
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
      const isKnown = await setGrants(id, (held) => [...held.filter((other) => !isSameGrant(other, grant)), grant]);
      if (isKnown) await table.put(seatKey(id, grant));
      return isKnown;
    },

    revoke: async (id, grant) => {
      const isKnown = await setGrants(id, (held) => held.filter((other) => !isSameGrant(other, grant)));
      if (isKnown) await table.delete(seatKey(id, grant));
      return isKnown;
    },

    staffOf: async (communityId, desk) => {
      const { items } = await table.query({
        condition: 'pk = :desk',
        values: { ':desk': deskPk(communityId, desk) },
        limit: 100,
      });
      return items.map((item) => z.parse(SeatItem, item).sk);
    },
  };
};
