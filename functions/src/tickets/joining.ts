import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { TicketId } from '@suishoupai/shared/ids';
import { toGcj02 } from '@suishoupai/shared/places/geo';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import type { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { isFinished } from '@suishoupai/shared/tickets/states';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { PlacesService } from '../places/service.ts';
import type { JoinerStore } from './joiner-store.ts';
import type { Reading } from './reading.ts';
import type { Surroundings } from './surroundings.ts';
import { cardOf } from './view.ts';

type Deps = {
  joiners: Pick<JoinerStore, 'join' | 'leave' | 'ways'>;
  places: Pick<PlacesService, 'locate'>;
  media: Pick<MediaService, 'photoUrls'>;
  surroundings: Pick<Surroundings, 'open'>;
  reading: Pick<Reading, 'find' | 'view'>;
};
type SimilarQuery = RouteRequest<(typeof ticketRoutes)['listSimilar']>['query'];

/** The same happened to a neighbour (同感). The count is kept by the stream; who joins or leaves sees their own part of it at once. */
export const makeJoining = ({ joiners, places, media, surroundings, reading }: Deps) => ({
  similar: async (viewer: Viewer | undefined, { categoryCode, ...at }: SimilarQuery, now: Date) => {
    const { community } = await places.locate(at, now);
    const near = await surroundings.open(community.id, categoryCode, toGcj02(at), now);
    const items = near.slice(0, ticketLimits.similar).map(async ({ card, metres }) => ({
      ticket: cardOf(card, 'public', media.photoUrls),
      metres,
      // Nobody is looked for among none; the count may be a moment old, as is what is looked for.
      hasJoined: viewer !== undefined && card.joins > 0 && (await joiners.ways(card.id, viewer.personId)).length > 0,
      isMine: viewer !== undefined && card.reporterId === viewer.personId,
    }));
    return { items: await Promise.all(items) };
  },

  join: async (viewer: Viewer, id: TicketId, now: Date): Promise<TicketView> => {
    const { personId } = viewer;
    const [ticket, ways] = await Promise.all([reading.find(id), joiners.ways(id, personId)]);
    const hasJoined = ways.length > 0;
    if (personId === ticket.reporterId) throw new AppError('ticket.stepNotAllowed');
    if (isFinished(ticket.state) && !hasJoined) throw new AppError('ticket.stepNotAllowed');
    const isFirst = !ways.includes('self') && (await joiners.join(id, personId, 'self', now.toISOString()));
    const joins = isFirst && !hasJoined ? ticket.joins + 1 : Math.max(ticket.joins, 1);
    return reading.view({ ...ticket, joins }, viewer, now, true);
  },

  leave: async (viewer: Viewer, id: TicketId, now: Date): Promise<TicketView> => {
    const [ticket, ways] = await Promise.all([reading.find(id), joiners.ways(id, viewer.personId)]);
    await joiners.leave(id, viewer.personId, 'self');
    const stays = ways.some((via) => via !== 'self');
    const isGone = ways.length > 0 && !stays;
    return reading.view({ ...ticket, joins: Math.max(0, ticket.joins - (isGone ? 1 : 0)) }, viewer, now, stays);
  },
});
