import { commentRoutes } from '@suishoupai/shared/comments/contract';
import { dutyRoutes } from '@suishoupai/shared/duty/routes';
import type { PersonId } from '@suishoupai/shared/ids';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { fileRoutes } from '@suishoupai/shared/media/file-routes';
import { moderationRoutes } from '@suishoupai/shared/moderation/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { Hono } from 'hono';
import { commentHandlers } from '../comments/routes.ts';
import { makeCommentService } from '../comments/service.ts';
import { makeApp, mount } from '../http/mount.ts';
import { fileHandlers, mediaHandlers } from '../media/routes.ts';
import type { MediaService } from '../media/service.ts';
import { moderationHandlers } from '../moderation/routes.ts';
import { makeModerationService } from '../moderation/service.ts';
import { peopleHandlers } from '../people/routes.ts';
import { makePeopleService } from '../people/service.ts';
import { makeTokens } from '../people/token.ts';
import { makeTurns } from '../people/turns.ts';
import { makeDutyService } from '../places/duty-service.ts';
import { dutyHandlers, placesHandlers } from '../places/routes.ts';
import type { ResidentsStores } from '../stores.ts';
import { makeTicketLists } from '../tickets/lists.ts';
import { stepHandlers, ticketHandlers } from '../tickets/routes.ts';
import { makeVerdict } from '../tickets/verdict.ts';
import type { WeChat } from '../wechat/client.ts';
import type { PushConfig } from '../wechat/push.ts';
import { mountPush } from '../wechat/routes.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';
import { makeTicketing, recentCategoriesOf } from './ticketing.ts';

export type ResidentsDeps = BasisDeps & {
  stores: ResidentsStores;
  media: MediaService;
  wechat: Pick<WeChat, 'exchangeCode'>;
  push: PushConfig;
};

/** What residents wait for, with the steps of tickets, which they share with the staff; and WeChat's push, which speaks of their photos. */
export const mountResidents = (app: Hono, deps: ResidentsDeps, basis: Basis): void => {
  const { stores, media, wechat, push, now } = deps;
  const { newTail, places, guard } = basis;
  const { take: takeTurn } = makeTurns(stores.turns);
  const tickets = makeTicketing(deps, basis);
  const people = makePeopleService({
    people: stores.people,
    consents: stores.consents,
    tokens: makeTokens(deps.session),
    exchangeCode: wechat.exchangeCode,
    newPersonId: (): PersonId => `usr_${newTail()}`,
  });
  const duty = makeDutyService({ duties: stores.places, getCommunity: places.getCommunity });
  const lists = makeTicketLists({ ...stores, places, photoUrls: media.photoUrls });

  mount(app, peopleRoutes, peopleHandlers({ ...stores, people, takeTurn }), guard);
  mount(app, placesRoutes, placesHandlers(places), guard);
  mount(app, dutyRoutes, dutyHandlers(duty), guard);
  mount(app, mediaRoutes, mediaHandlers({ media, takeTurn }), guard);
  mount(app, fileRoutes, fileHandlers({ media, takeTurn }), guard);
  mount(app, ticketRoutes, ticketHandlers({ tickets, lists, places, notices: stores.notices }), guard);
  mount(app, stepRoutes, stepHandlers(tickets), guard);
  mount(app, commentRoutes, commentHandlers(makeCommentService(stores)), guard);
  mount(app, moderationRoutes, moderationHandlers(makeModerationService(stores)), guard);
  mountPush(app, {
    config: push,
    media: stores.media,
    tickets: stores.tickets,
    applyVerdict: makeVerdict(stores),
    now,
  });
};

/** The HTTP side but for what `makeDeskApi` answers. */
export const makeResidentsApi = (deps: ResidentsDeps): Hono => {
  const app = makeApp(deps);
  mountResidents(app, deps, makeBasis(deps, recentCategoriesOf(deps.stores)));
  return app;
};
