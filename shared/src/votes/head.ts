import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { CommunityId, VoteId } from '../ids.ts';
import { Hash, Secrecy } from './ballot.ts';
import { toHex, utf8 } from './bytes.ts';
import { byCodeUnits, canonical } from './canonical.ts';
import { digestOf, slotLeaf } from './leaf.ts';
import { voteLimits } from './limits.ts';
import { merkleRoot, type Sha256 } from './merkle.ts';
import { Question } from './question.ts';
import { Electorate, type Slot, sortedRoll } from './roll.ts';
import { RuleSet } from './rule-set.ts';

/** What is fixed when a vote opens; its digest stands in head 0, so none of it can change after. */
export const VoteDescription = z.strictObject({
  id: VoteId,
  communityId: CommunityId,
  title: text(1, voteLimits.title),
  question: Question,
  ruleSet: RuleSet,
  electorate: Electorate,
  secrecy: Secrecy,
  announcedAt: Instant,
  opensAt: Instant,
  closesAt: Instant,
});
export type VoteDescription = z.output<typeof VoteDescription>;

/** An Ed25519 signature in lower-case hexadecimal. */
export const Signature = z.string().check(z.regex(/^[0-9a-f]{128}$/));

/**
 * What the service stands by at a time. `roll`: head 0, over the frozen slots. `sweep`: over the log of leaves so far. `close`: the last,
 * over all of it. `previous`: the digest of the head before, of head 0 the digest of the description.
 */
const headFields = {
  vote: VoteId,
  n: z.int().check(z.gte(0)),
  kind: z.enum(['roll', 'sweep', 'close']),
  size: z.int().check(z.gte(0)),
  root: Hash,
  at: Instant,
  previous: Hash,
};
export const Head = z.strictObject({ ...headFields, signature: Signature });
export type Head = z.output<typeof Head>;
export type UnsignedHead = Omit<Head, 'signature'>;

/** Signs with the Ed25519 key of the service: 64 bytes. */
export type Sign = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The digest that the next head carries on, and whose {@link receiptCode} the notice board shows. */
export const headDigest = (head: Head, sha256: Sha256): string => digestOf(head, sha256);

export const signHead = async (head: UnsignedHead, sign: Sign): Promise<Head> => ({
  ...head,
  signature: toHex(await sign(utf8(canonical(head)))),
});

/** Head 0, before its signature. `slots` as frozen, in any order. */
export const rollHead = (vote: VoteDescription, slots: readonly Slot[], at: string, sha256: Sha256): UnsignedHead => ({
  vote: vote.id,
  n: 0,
  kind: 'roll',
  size: slots.length,
  root: merkleRoot(
    sortedRoll(slots).map((slot) => slotLeaf(slot, sha256)),
    sha256,
  ),
  at,
  previous: digestOf(vote, sha256),
});

/** New leaves of one sweep in the order in which the log takes them: sorted, so that it does not show who came first. */
export const logChunk = (leaves: readonly string[]): string[] => [...leaves].sort(byCodeUnits);

/** The head after a sweep or at close, before its signature. `log`: all chunks, with the newest; one chunk for each head after head 0. */
export const logHead = (
  {
    kind,
    log,
    at,
    previous,
  }: { kind: 'sweep' | 'close'; log: readonly (readonly string[])[]; at: string; previous: Head },
  sha256: Sha256,
): UnsignedHead => {
  const leaves = log.flat();
  const { vote, n } = previous;
  const root = merkleRoot(leaves, sha256);
  return { vote, n: n + 1, kind, size: leaves.length, root, at, previous: headDigest(previous, sha256) };
};
