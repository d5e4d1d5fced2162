import { AppError } from '@suishoupai/shared/contract/errors';
import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { JoinerStore } from './joiner-store.ts';
import type { Ticket, TicketEvent } from './record.ts';
import { actorOf, departmentsOf, isStaff, relationsOf } from './standing.ts';
import type { TicketStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { viewOf } from './view.ts';

type Deps = {
  tickets: Pick<TicketStore, 'find'>;
  joiners: Pick<JoinerStore, 'ways'>;
  accessLog: Pick<AccessLog, 'note'>;
  media: Pick<MediaService, 'photoUrls'>;
  surroundings: Pick<Surroundings, 'settings'>;
};

/** A ticket as somebody may see it, and that they looked. */
export const makeReading = ({ tickets, joiners, accessLog, media, surroundings }: Deps) => {
  const find = async (id: TicketId): Promise<Ticket> => {
    const ticket = await tickets.find(id);
    if (ticket === undefined) throw new AppError('ticket.notFound');
    return ticket;
  };

  const hasJoined = async (ticket: Ticket, viewer: Viewer | undefined): Promise<boolean> =>
    viewer !== undefined &&
    viewer.personId !== ticket.reporterId &&
    (await joiners.ways(ticket.id, viewer.personId)).length > 0;

  const reopenDays = async ({ communityId }: Ticket, now: Date) =>
    (await surroundings.settings(communityId, now)).reopenDays;

  const view = async (ticket: Ticket, viewer: Viewer | undefined, now: Date, joined?: boolean): Promise<TicketView> =>
    viewOf(ticket, {
      viewer,
      hasJoined: joined ?? (await hasJoined(ticket, viewer)),
      now,
      reopenDays: await reopenDays(ticket, now),
      photoOf: media.photoUrls,
    });

  /** Staff who open what somebody reported see where and who: the look is written down before the answer leaves. */
  const noteLook = async (ticket: Ticket, viewer: Viewer | undefined, now: Date): Promise<void> => {
    if (viewer === undefined || viewer.personId === ticket.reporterId) return;
    const relations = relationsOf(ticket, viewer, false);
    const [relation] = relations;
    if (!isStaff(relations) || relation === undefined) return;
    const [departmentId] = departmentsOf(viewer, ticket.communityId);
    const { label, post } = actorOf(ticket, viewer, relation, departmentId);
    await accessLog.note({
      subject: ticket.reporterId ?? ticket.id,
      viewer: { personId: viewer.personId, label: post ?? label },
      ticketId: ticket.id,
      what: 'ticket',
      at: now.toISOString(),
    });
  };

  return {
    find,
    hasJoined,
    reopenDays,
    view,
    noteLook,

    get: async (viewer: Viewer | undefined, id: TicketId, now: Date): Promise<TicketView> => {
      const ticket = await find(id);
      await noteLook(ticket, viewer, now);
      return view(ticket, viewer, now);
    },
  };
};

export type Reading = ReturnType<typeof makeReading>;

/** Somebody's line in the trace, as far as a repeat must be like it. */
type Line = { step: PersonStep | 'review' | 'report'; digest: string; viewer: Viewer };

/** Refuses with `id.reused` when the id stands for somebody else's line, or for another step or content. */
export const mustRepeat = (event: TicketEvent | undefined, { step, digest, viewer }: Line): void => {
  const isSame = event?.step === step && event.digest === digest && event.actor.personId === viewer.personId;
  if (!isSame) throw new AppError('id.reused');
};
