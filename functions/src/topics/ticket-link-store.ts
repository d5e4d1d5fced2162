import { type TicketId, TopicId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import type { Table } from '../dynamo/table.ts';
import { ticketKey } from '../tickets/store.ts';

const Linked = z.object({ topicId: z.optional(TopicId) });

/** Which topic a ticket belongs to: the one it gave rise to, or the one that ordered it. It stands on the ticket's own item. */
export type TicketLinkStore = {
  /** Ties a ticket to a topic, the first one for ever. Returns the one that stands; undefined when there is no such ticket. */
  link: (ticketId: TicketId, topicId: TopicId) => Promise<TopicId | undefined>;
  /** The topic of a ticket, read consistently; undefined when it has none. */
  topicOf: (ticketId: TicketId) => Promise<TopicId | undefined>;
};

/** In memory the links stand by themselves: whether there is such a ticket is for the caller to know. */
export const makeMemoryTicketLinkStore = (): TicketLinkStore => {
  const links = new Map<TicketId, TopicId>();
  return {
    link: async (ticketId, topicId) => {
      const standing = links.get(ticketId) ?? topicId;
      links.set(ticketId, standing);
      return standing;
    },
    topicOf: async (ticketId) => links.get(ticketId),
  };
};

export const makeDynamoTicketLinkStore = (table: Table): TicketLinkStore => ({
  link: async (ticketId, topicId) => {
    const written = await table.update(
      ticketKey(ticketId),
      'SET topicId = :topic',
      'attribute_exists(pk) AND attribute_not_exists(topicId)',
      { values: { ':topic': topicId } },
    );
    const item = written.applied ? written.item : written.existing;
    return item === undefined ? undefined : z.parse(Linked, item).topicId;
  },
  topicOf: async (ticketId) => {
    const item = await table.get(ticketKey(ticketId));
    return item === undefined ? undefined : z.parse(Linked, item).topicId;
  },
});
