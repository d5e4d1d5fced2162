import { maskedName, rollElectors } from '@suishoupai/shared/households/rules';
import type { ClaimId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import { type Electorate, isOfPeople } from '@suishoupai/shared/votes/roll';
import type { Elector, Electors } from '../votes/electors.ts';
import type { Binding } from './bindings.ts';
import { bindingsIn, formerIn } from './claim-record.ts';
import type { ClaimStore } from './claim-store.ts';
import { makeOwnerKeyOf } from './owner-keys.ts';
import { type RepresentativeStore, termsAt } from './representative-store.ts';
import type { RollStore } from './roll-store.ts';

type Deps = {
  rolls: Pick<RollStore, 'current' | 'units'>;
  claims: Pick<ClaimStore, 'standing' | 'bound' | 'formerlyBound' | 'find'>;
  representatives: Pick<RepresentativeStore, 'current'>;
};

const keyOf = ({ unit, ownerKey }: Pick<Binding, 'unit' | 'ownerKey'>, electorate: Electorate): string | undefined => {
  switch (electorate) {
    case 'households':
      return unit;
    case 'owners':
      return ownerKey;
    case 'residents':
    case 'representatives':
      return undefined;
    default:
      return electorate satisfies never;
  }
};

const keysAmong = (
  bindings: readonly Pick<Binding, 'unit' | 'ownerKey'>[],
  personId: PersonId,
  electorate: Electorate,
): string[] => {
  if (isOfPeople(electorate)) return bindings.length === 0 ? [] : [personId];
  return [...new Set(bindings.flatMap((binding) => keyOf(binding, electorate) ?? []))];
};

/** Who may vote: the units by the roll, residents by their approved bindings, representatives by the list of those and their bindings. */
export const makeElectors = ({ rolls, claims, representatives }: Deps): Electors => {
  /** Whether somebody is of the electorate beyond living here. */
  const memberTest = async (communityId: CommunityId, electorate: Electorate, at?: string) => {
    if (electorate !== 'representatives') return () => true;
    const terms = termsAt(await representatives.current(communityId), at);
    const people = new Set(terms.map(({ personId }) => personId));
    return (personId: PersonId) => people.has(personId);
  };
  const peopleOf = async (communityId: CommunityId, electorate: Electorate, rollAt?: string) => {
    const byPerson = new Map<PersonId, Pick<Binding, 'unit' | 'ownerKey'>[]>();
    const former = rollAt === undefined ? [] : await claims.formerlyBound(communityId, rollAt);
    for (const { personId, ...binding } of [...(await claims.bound(communityId)), ...former]) {
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), binding]);
    }
    const isMember = await memberTest(communityId, electorate, rollAt);
    return [...byPerson]
      .filter(([personId]) => isMember(personId))
      .map(([personId, bindings]) => ({ personId, keys: keysAmong(bindings, personId, electorate) }))
      .filter(({ keys }) => keys.length > 0);
  };
  return {
    hasRoll: async (communityId) => (await rolls.current(communityId)) !== undefined,
    hasRepresentatives: async (communityId, at) => termsAt(await representatives.current(communityId), at).length > 0,
    electorsOf: async (communityId, electorate, at): Promise<Elector[]> => {
      if (isOfPeople(electorate)) {
        const people = await peopleOf(communityId, electorate, at);
        return people.map(({ personId }) => ({ key: personId, kind: 'person', isShared: false, units: [] }));
      }
      const roll = await rolls.current(communityId);
      if (roll === undefined) return [];
      const units = await rolls.units(communityId, roll.importId);
      return rollElectors(units, electorate, makeOwnerKeyOf(roll.key));
    },
    keysOf: async (personId, communityId, electorate, rollAt) => {
      const isMember = await memberTest(communityId, electorate, rollAt);
      if (!isMember(personId)) return [];
      const standing = await claims.standing(communityId, personId);
      const former = rollAt === undefined ? [] : formerIn(standing, rollAt);
      return keysAmong([...bindingsIn(communityId, standing), ...former], personId, electorate);
    },
    residents: async (communityId, { building, isMeant = () => true }) => {
      const found = new Map<PersonId, { units: string[]; claimId: ClaimId }>();
      for (const { personId, unit, claimId } of await claims.bound(
        communityId,
        building === undefined ? undefined : { building },
      )) {
        if (isMeant(personId)) found.set(personId, { claimId, units: [...(found.get(personId)?.units ?? []), unit] });
      }
      const people = [...found].map(async ([personId, { units, claimId }]) => {
        const name = maskedName((await claims.find(claimId))?.name ?? '');
        return { personId, claimId, units, name };
      });
      return Promise.all(people);
    },
    peopleOf,
  };
};
