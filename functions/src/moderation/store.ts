import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, PersonId, type TicketId } from '@suishoupai/shared/ids';
import { FlagReason } from '@suishoupai/shared/moderation/contract';
import * as z from 'zod/mini';
import type { Item, Table } from '../dynamo/table.ts';
import { ticketPk } from '../tickets/store.ts';

/** A complaint about words or a photo, or its author's appeal against a takedown. */
const Objection = z.object({
  id: ActionId,
  kind: z.enum(['flag', 'appeal']),
  item: z.string(),
  by: PersonId,
  reason: z.optional(FlagReason),
  note: z.optional(z.string()),
  at: Instant,
  /** The decision that an appeal is against. */
  against: z.optional(z.string()),
});
export type Objection = z.output<typeof Objection>;

const prefix = 'objection#';
/** One flag for each person and item, one appeal for each item. */
const objectionKey = (ticketId: TicketId, { kind, item, by }: Pick<Objection, 'kind' | 'item' | 'by'>) => ({
  pk: ticketPk(ticketId),
  sk: `${prefix}${item}#${kind === 'flag' ? by : 'appeal'}`,
});

export type ModerationStore = {
  /** Keeps an objection unless there is one already, which is then the one that stands. */
  object: (ticketId: TicketId, objection: Objection) => Promise<{ isKept: boolean; standing: Objection }>;
  /** All objections to what belongs to a ticket, or to one item of it. */
  list: (ticketId: TicketId, item?: string) => Promise<Objection[]>;
};

export const makeMemoryModerationStore = (): ModerationStore => {
  const objections = new Map<string, { ticketId: TicketId; objection: Objection }>();
  return {
    object: async (ticketId, objection) => {
      const { pk, sk } = objectionKey(ticketId, objection);
      const existing = objections.get(`${pk} ${sk}`);
      if (existing === undefined) objections.set(`${pk} ${sk}`, { ticketId, objection });
      return { isKept: existing === undefined, standing: existing?.objection ?? objection };
    },
    list: async (ticketId, item) =>
      [...objections.entries()]
        .filter(([, each]) => each.ticketId === ticketId && (item === undefined || each.objection.item === item))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { objection }]) => objection),
  };
};

export const makeDynamoModerationStore = (table: Table): ModerationStore => ({
  object: async (ticketId, objection) => {
    const written = await table.put({ ...objectionKey(ticketId, objection), ...objection }, 'attribute_not_exists(pk)');
    const standing = z.parse(Objection, written.applied ? written.item : written.existing);
    return { isKept: written.applied, standing };
  },
  list: async (ticketId, item) => {
    const found: Objection[] = [];
    let from: Item | undefined;
    do {
      const page = await table.query({
        condition: 'pk = :ticket AND begins_with(sk, :prefix)',
        values: { ':ticket': ticketPk(ticketId), ':prefix': `${prefix}${item === undefined ? '' : `${item}#`}` },
        from,
      });
      found.push(...page.items.map((each) => z.parse(Objection, each)));
      from = page.next;
    } while (from !== undefined);
    return found;
  },
});
