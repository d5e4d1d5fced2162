import { createHmac } from 'node:crypto';
import type { ClaimId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Electorate, SlotKind, SlotUnit } from '@suishoupai/shared/votes/roll';
import type { VoteRecord } from './record.ts';

/** `key`: of a set of owners, of a unit, or a person's id. Names nobody may see it under: in a vote its slot stands for it. */
export type Elector = { key: string; kind: SlotKind; isShared: boolean; units: SlotUnit[] };

/** Somebody who votes for themselves, as staff tell them apart: units by code, and `王*明`. */
export type Resident = { personId: PersonId; claimId: ClaimId; units: string[]; name: string };

/** Who may vote, as households know it. */
export type Electors = {
  /** Whether there is a roll of units at all. */
  hasRoll: (communityId: CommunityId) => Promise<boolean>;
  /** Whether anybody is on the list of representatives at a time, as far as the list says now. */
  hasRepresentatives: (communityId: CommunityId, at: string) => Promise<boolean>;
  /** The roll in force, read consistently; of representatives those who are on the list at that time. */
  electorsOf: (communityId: CommunityId, electorate: Electorate, at: string) => Promise<Elector[]>;
  /**
   * The electors for which a person may cast: none for whoever is no verified resident. `rollAt`: when a vote froze its roll, whose owners
   * a later import does not change.
   */
  keysOf: (personId: PersonId, communityId: CommunityId, electorate: Electorate, rollAt?: string) => Promise<string[]>;
  /** The residents bound to a building, or to any, of those that are meant; each name costs a read. */
  residents: (
    communityId: CommunityId,
    which: { building?: string; isMeant?: (personId: PersonId) => boolean },
  ) => Promise<Resident[]>;
  /** Everyone who may cast for somebody, to be told of a vote; `rollAt` as for `keysOf`. */
  peopleOf: (
    communityId: CommunityId,
    electorate: Electorate,
    rollAt?: string,
  ) => Promise<{ personId: PersonId; keys: string[] }[]>;
};

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 128 bits in base 32. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes.subarray(0, 16)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
};

/** The slot of an elector: the same for ever within a vote, and nothing that can be guessed from a name or a unit. */
export const slotOf = ({ secret }: Pick<VoteRecord, 'secret'>, key: string): string =>
  base32(createHmac('sha256', Buffer.from(secret, 'hex')).update(key).digest());

/** 「3 栋 2 单元 501」 of the code of a unit. */
export const unitLabel = (code: string): string => {
  const [building = '', entrance = '', room = ''] = code.split('-');
  return (
    [building, entrance].map((part, i) => (part === '' ? '' : `${part} ${i === 0 ? '栋' : '单元'} `)).join('') + room
  );
};
