import { idTail } from '@suishoupai/shared/ids';
import type { MountDeps } from '../http/mount.ts';
import type { Log } from '../log.ts';
import type { MediaService } from '../media/service.ts';
import { makeGrantsOf } from '../people/service.ts';
import { makeTokens } from '../people/token.ts';
import { makePlacesService } from '../places/service.ts';
import type { SharedStores } from '../stores.ts';
import { makeTicketService } from '../tickets/service.ts';
import { ticketLists } from '../tickets/store.ts';
import { makeSurroundings } from '../tickets/surroundings.ts';

export type BasisDeps = {
  stores: SharedStores;
  media: Pick<MediaService, 'photoUrls' | 'giveTo'>;
  session: { key: Uint8Array; audience: string };
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
  log: Log;
};

/** What both parts of the HTTP side stand on: who asks, what is where, and tickets. */
export const makeBasis = ({ stores, media, session, now, randomBytes, log }: BasisDeps) => {
  const newTail = () => idTail(now().getTime(), randomBytes(10));
  const tokens = makeTokens(session.key, session.audience);
  const places = makePlacesService({
    places: stores.places,
    recentCategories: async (communityId) =>
      (await stores.tickets.list(ticketLists.community(communityId), { limit: 100 })).items.map(
        ({ categoryCode }) => categoryCode,
      ),
  });
  const surroundings = makeSurroundings({ tickets: stores.tickets, places });
  const tickets = makeTicketService({ ...stores, places, media, surroundings, newEventId: () => `evt_${newTail()}` });
  const guard: MountDeps = { readToken: tokens.read, grantsOf: makeGrantsOf(stores.people), now, log };
  return { newTail, tokens, places, tickets, guard };
};

export type Basis = ReturnType<typeof makeBasis>;
