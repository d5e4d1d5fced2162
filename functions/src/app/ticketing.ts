import type { TicketStores } from '../stores.ts';
import { makeTicketService } from '../tickets/service.ts';
import { ticketLists } from '../tickets/store.ts';
import { makeSurroundings } from '../tickets/surroundings.ts';
import type { Basis, BasisDeps } from './basis.ts';

/** What was reported last in a community: which categories stand first in a report. */
export const recentCategoriesOf =
  ({ tickets }: Pick<TicketStores, 'tickets'>) =>
  async (communityId: string) =>
    (await tickets.list(ticketLists.community(communityId), { limit: 100 })).items.map(
      ({ categoryCode }) => categoryCode,
    );

/** Tickets, for the parts of the HTTP side that take steps in them. */
export const makeTicketing = ({ stores, media }: BasisDeps & { stores: TicketStores }, { places, newTail }: Basis) => {
  const surroundings = makeSurroundings({ tickets: stores.tickets, places });
  return makeTicketService({ ...stores, places, media, surroundings, newEventId: () => `evt_${newTail()}` });
};
