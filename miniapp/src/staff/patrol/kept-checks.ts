import type { PatrolId, TicketId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { newActionId } from '../../platform/new-id.ts';
import { readStored, writeStored } from '../../state/storage.ts';
import { Pending, withPending } from './pending.ts';

const keyOf = (personId: string | undefined) => `patrol-checks:${personId}`;

/** What waits for an answer, in the order in which it was found. */
export const keptChecks = (personId: string | undefined): Pending[] =>
  readStored(keyOf(personId), z.array(Pending)) ?? [];

/** False when the phone is full. */
export const keepChecks = (personId: string | undefined, checks: readonly Pending[]): boolean =>
  writeStored(keyOf(personId), checks.length === 0 ? undefined : checks);

/**
 * An item of a patrol became a ticket. Kept at once, so that nothing between here and the list loses it; the list sends it when it is
 * shown next.
 */
export const foundAsTicket = async (
  personId: string | undefined,
  { patrolId, item, ticketId }: { patrolId: PatrolId; item: string; ticketId: TicketId },
): Promise<void> => {
  const body = { id: await newActionId(), item, outcome: 'ticket' as const, ticketId };
  keepChecks(personId, withPending(keptChecks(personId), { patrolId, body }));
};
