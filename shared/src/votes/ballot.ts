import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { Choice } from './choice.ts';
import { SlotId } from './roll.ts';
import type { RuleSet } from './rule-set.ts';

export const Channel = z.enum(['online', 'paper']);
export type Channel = z.output<typeof Channel>;

/** `untilClose`: nobody sees how it stands before it closes, everyone who voted how after. `secret`: nobody but the elector ever does. */
export const Secrecy = z.enum(['open', 'untilClose', 'secret']);
export type Secrecy = z.output<typeof Secrecy>;

/**
 * How ballots stand in a pack. `named`: by slot. `unlinked`: without slot. `committed`: by slot with the choice sealed in a hash,
 * because exact areas would unmask an unlinked ballot.
 */
export const BallotForm = z.enum(['named', 'unlinked', 'committed']);
export type BallotForm = z.output<typeof BallotForm>;

export const ballotFormOf = (secrecy: Secrecy, { dimensions }: Pick<RuleSet, 'dimensions'>): BallotForm => {
  if (secrecy !== 'secret') return 'named';
  return dimensions.includes('area') ? 'committed' : 'unlinked';
};

/** A SHA-256 in lower-case hexadecimal. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** 16 random bytes in lower-case hexadecimal. */
export const Nonce = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/**
 * A ballot as it was cast. `seq`: how many the elector has cast by now, this one counted; the highest counts. `replaces`: the leaves of
 * the earlier ones, sorted. `ballot` and `nonce`: random, and new each time. A paper ballot is never replaced.
 */
export const Ballot = z.strictObject({
  slot: SlotId,
  ballot: Nonce,
  choice: Choice,
  channel: Channel,
  seq: z.int().check(z.gte(1)),
  replaces: z.array(Hash),
  nonce: Nonce,
  castAt: Instant,
});
export type Ballot = z.output<typeof Ballot>;
