import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { communityOf } from '@suishoupai/shared/ids';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { EnteredReport, TicketView } from '@suishoupai/shared/tickets/contract';
import type { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { TurnStore } from '../people/turn-store.ts';
import { makeTurns } from '../people/turns.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from './digest.ts';
import { openTicket } from './loop.ts';
import { mustRepeat, type Reading } from './reading.ts';
import type { Ticket, TicketEvent } from './record.ts';
import type { TicketStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';

type Deps = {
  tickets: Pick<TicketStore, 'find' | 'open'>;
  places: Pick<PlacesService, 'locate'>;
  media: Pick<MediaService, 'giveTo'>;
  surroundings: Pick<Surroundings, 'closedLately' | 'duty'>;
  reading: Pick<Reading, 'view'>;
  turns: TurnStore;
  newEventId: () => TicketEvent['id'];
};

type ReportBody = RouteRequest<(typeof ticketRoutes)['reportTicket']>['body'];
type Given = Pick<ReportBody, 'id' | 'categoryCode' | 'description' | 'place' | 'photoIds'>;
type As = {
  channel: Ticket['channel'];
  digest: string;
  /** Who reports, once it is known in which community and grid. */
  author: (
    communityId: string,
    gridId: string | undefined,
  ) => Pick<Ticket, 'reporterId' | 'onBehalf'> & { actor: TicketEvent['actor'] };
};

/** How a ticket comes into being: by a resident, or by staff for one. */
export const makeReporting = ({ tickets, places, media, surroundings, reading, turns, newEventId }: Deps) => {
  /** The first answer again for the same report. */
  const again = (ticket: Ticket, viewer: Viewer, digest: string, now: Date): Promise<TicketView> => {
    mustRepeat(ticket.events[0], { step: 'report', digest, viewer });
    return reading.view(ticket, viewer, now);
  };

  const open = async (viewer: Viewer, given: Given, { channel, digest, author }: As, now: Date) => {
    const { id, categoryCode, description, place, photoIds } = given;
    const known = await tickets.find(id);
    if (known !== undefined) return again(known, viewer, digest, now);

    if (categoryByCode(categoryCode) === undefined) throw new AppError('category.unknown');
    const { point, community, grid } = await places.locate(place.point, now);
    if (community.id !== communityOf(id)) {
      throw invalidField('body.id', 'community', `编号属于另一个社区，这个位置在${community.name}`);
    }
    const by = author(community.id, grid?.id);
    // Of those that residents report each has a photo of its own, which took a turn.
    if (channel !== 'app') await makeTurns(turns).take('enter', viewer, now);
    await media.giveTo(id, viewer.personId, photoIds);
    const last = await surroundings.closedLately(community.id, categoryCode, point, now);
    const { opened, ticket } = await tickets.open(
      openTicket({
        id,
        communityId: community.id,
        streetId: community.streetId,
        categoryCode,
        description,
        place: { point, label: place.label },
        grid: grid === undefined ? undefined : { id: grid.id, name: grid.name },
        channel,
        reporterId: by.reporterId,
        onBehalf: by.onBehalf,
        actor: by.actor,
        repeatOf: last === undefined ? undefined : { id: last.id, reportedAt: last.reportedAt },
        repeats: last === undefined ? 0 : last.repeats + 1,
        photoIds,
        duty: await surroundings.duty(community.id, categoryCode, now),
        digest,
        now: now.toISOString(),
        newEventId,
      }),
    );
    return opened ? reading.view(ticket, viewer, now, false) : again(ticket, viewer, digest, now);
  };

  return {
    report: (viewer: Viewer, { id, ...content }: ReportBody, now: Date): Promise<TicketView> => {
      const { personId } = viewer;
      const author = () => ({
        reporterId: personId,
        actor: { relation: 'reporter' as const, label: '居民', personId },
      });
      return open(viewer, { id, ...content }, { channel: 'app', digest: digestOf(content), author }, now);
    },

    /** Staff of the place write it down: for a resident without an account, or as their own finding on patrol. */
    enter: (viewer: Viewer, { id, channel, resident, ...content }: EnteredReport, now: Date): Promise<TicketView> => {
      if (resident === undefined && channel !== 'patrol') {
        throw invalidField('body.resident', 'required', '请写明居民是否同意由您代为登记');
      }
      const author: As['author'] = (communityId, gridId) => {
        const grant = viewer.grants
          .filter((held) => held.role === 'communityStaff' || held.role === 'gridWorker')
          .find((held) => held.communityId === communityId && (held.role !== 'gridWorker' || held.gridId === gridId));
        if (grant === undefined) throw new AppError('access.denied');
        const { personId } = viewer;
        const actor = { relation: grant.role, label: grant.label, personId };
        return resident === undefined
          ? { reporterId: personId, actor }
          : { onBehalf: { ...resident, enteredBy: personId }, actor };
      };
      const digest = digestOf({ channel, resident, ...content });
      return open(viewer, { id, ...content }, { channel, digest, author }, now);
    },
  };
};
