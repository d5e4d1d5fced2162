import type { Ballot, BallotForm } from './ballot.ts';
import { toHex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { leafHash, type Sha256 } from './merkle.ts';
import type { Slot } from './roll.ts';

/** The SHA-256 of a value written canonically, in hexadecimal. */
export const digestOf = (value: unknown, sha256: Sha256): string => toHex(sha256(utf8(canonical(value))));

/** What seals a choice while its slot is public. */
export const commitmentOf = ({ choice, nonce }: Pick<Ballot, 'choice' | 'nonce'>, sha256: Sha256): string =>
  digestOf({ choice, nonce }, sha256);

/** What a ballot's leaf is made of: everything about it that its form publishes, so nothing of it can change unseen. */
const leafContent = (form: BallotForm, vote: string, ballot: Omit<Ballot, 'replaces'>, sha256: Sha256) => {
  const { slot, choice, channel, seq, nonce, castAt } = ballot;
  switch (form) {
    case 'named':
      return { vote, slot, choice, channel, seq, nonce, castAt };
    case 'unlinked':
      return { vote, ballot: ballot.ballot, choice, nonce };
    case 'committed':
      return { vote, slot, channel, seq, castAt, commitment: commitmentOf(ballot, sha256) };
    default:
      return form satisfies never;
  }
};

/** The leaf of a ballot in the log of its vote, in hexadecimal: made when it is cast, kept with it, and given to the elector. */
export const ballotLeaf = (form: BallotForm, vote: string, ballot: Omit<Ballot, 'replaces'>, sha256: Sha256): string =>
  leafHash(utf8(canonical(leafContent(form, vote, ballot, sha256))), sha256);

/** The leaf of a slot under the head of the roll. */
export const slotLeaf = (slot: Slot, sha256: Sha256): string => leafHash(utf8(canonical(slot)), sha256);
