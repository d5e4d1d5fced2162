import { idTail, type PersonId } from '@suishoupai/shared/ids';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { stepRoutes, ticketRoutes } from '@suishoupai/shared/tickets/contract';
import type { Hono } from 'hono';
import { makeApp, mount } from './http/mount.ts';
import type { Log } from './log.ts';
import { mediaHandlers } from './media/routes.ts';
import type { MediaService } from './media/service.ts';
import type { MediaStore } from './media/store.ts';
import type { NoticeStore } from './notices/store.ts';
import { peopleHandlers } from './people/routes.ts';
import { makePeopleService } from './people/service.ts';
import type { PeopleStore } from './people/store.ts';
import { makeTokens } from './people/token.ts';
import { placesHandlers } from './places/routes.ts';
import { makePlacesService } from './places/service.ts';
import type { PlacesStore } from './places/store.ts';
import { stepHandlers, ticketHandlers } from './tickets/routes.ts';
import { makeTicketService } from './tickets/service.ts';
import type { TicketStore } from './tickets/store.ts';
import { makeVerdict } from './tickets/verdict.ts';
import type { WeChat } from './wechat/client.ts';
import type { PushConfig } from './wechat/push.ts';
import { mountPush } from './wechat/routes.ts';

export type ServiceDeps = {
  stores: { people: PeopleStore; notices: NoticeStore; places: PlacesStore; tickets: TicketStore; media: MediaStore };
  media: MediaService;
  wechat: Pick<WeChat, 'exchangeCode'>;
  session: { key: Uint8Array; audience: string };
  push: PushConfig;
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
  log: Log;
};

/** The HTTP side of the service: every route of the contract and WeChat's push, on whatever stores it is given. */
export const makeApi = ({ stores, media, wechat, session, push, now, randomBytes, log }: ServiceDeps): Hono => {
  const newTail = () => idTail(now().getTime(), randomBytes(10));
  const tokens = makeTokens(session.key, session.audience);
  const people = makePeopleService({
    people: stores.people,
    tokens,
    exchangeCode: wechat.exchangeCode,
    newPersonId: (): PersonId => `usr_${newTail()}`,
  });
  const places = makePlacesService({
    places: stores.places,
    recentCategories: async (communityId) =>
      (await stores.tickets.listByCommunity(communityId, undefined, 100)).items.map(({ categoryCode }) => categoryCode),
  });
  const tickets = makeTicketService({ tickets: stores.tickets, places, media, newEventId: () => `evt_${newTail()}` });

  const app = makeApp(log);
  const guard = { readToken: tokens.read, grantsOf: people.grantsOf, now, log };
  mount(app, peopleRoutes, peopleHandlers(people, stores.notices), guard);
  mount(app, placesRoutes, placesHandlers(places), guard);
  mount(app, mediaRoutes, mediaHandlers(media), guard);
  mount(app, ticketRoutes, ticketHandlers({ tickets, places, notices: stores.notices }), guard);
  mount(app, stepRoutes, stepHandlers(tickets), guard);
  mountPush(app, {
    config: push,
    media: stores.media,
    tickets: stores.tickets,
    applyVerdict: makeVerdict(stores),
    now,
  });
  return app;
};
