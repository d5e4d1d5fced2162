import { Instant } from '@suishoupai/shared/contract/fields';
import { RollStanding, RollUnit } from '@suishoupai/shared/households/contract';
import { ActionId, PersonId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { UnitTransfer } from './transfer.ts';

const Building = z.object({ building: z.string(), units: z.int(), area: z.int() });

/**
 * Which roll is in force. Every import and every sale makes a new version. `importId` names the partition with the units; `key` is the
 * community's own secret for the keys of slots (base 64), made with the first roll and carried on for ever.
 */
export const RollPointer = z.object({
  importId: z.string(),
  key: z.string(),
  standing: RollStanding,
  buildings: z.array(Building),
});
export type RollPointer = z.output<typeof RollPointer>;

/** An import that has begun to write its units, to take the place of the version `replaces`. */
export const RollAttempt = z.object({ importId: z.string(), id: ActionId, replaces: z.int(), at: Instant });
export type RollAttempt = z.output<typeof RollAttempt>;

const common = { version: z.int(), id: ActionId, at: Instant, by: z.string(), personId: PersonId, digest: z.string() };

/** How a version came about: a line of the roll's history, with what it replaced. Kept as long as the table is. */
export const RollLine = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('import'), importId: z.string(), standing: RollStanding }),
  z.object({
    ...common,
    kind: z.literal('transfer'),
    reason: z.string(),
    before: RollUnit,
    transfer: UnitTransfer,
  }),
]);
export type RollLine = z.output<typeof RollLine>;
