import type { VoteId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { readStored, writeStored } from '../../state/storage.ts';

/** What this phone noted when the service took a ballot, so that the service cannot name another one later. */
const KeptReceipt = z.object({ code: z.string(), leaf: z.string(), seq: z.int(), castAt: z.string() });
export type KeptReceipt = z.output<typeof KeptReceipt>;

type Where = { voteId: VoteId; slot: string };
const keyOf = ({ voteId, slot }: Where): string => `receipt:${voteId}:${slot}`;

export const keptReceipt = (where: Where): KeptReceipt | undefined => readStored(keyOf(where), KeptReceipt);

export const keepReceipt = (where: Where, { code, leaf, seq, castAt }: KeptReceipt): void =>
  void writeStored(keyOf(where), { code, leaf, seq, castAt });
