import { commonErrors } from '@suishoupai/shared/contract/common-errors';
import { AppError, type ErrorCode } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { decide, isInternal, isSideline, type PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { PeopleStore } from '../people/store.ts';
import { digestOf } from './digest.ts';
import type { JoinerStore } from './joiner-store.ts';
import { afterStep, dispatchByList } from './loop.ts';
import { mustRepeat, type Reading } from './reading.ts';
import type { Ticket, TicketEvent } from './record.ts';
import { actorOf, circumstancesOf, departmentsOf, relationsOf } from './standing.ts';
import { makeStepContent, type StepBody } from './step-content.ts';
import type { TicketStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';

type Deps = {
  tickets: Pick<TicketStore, 'find' | 'take'>;
  joiners: Pick<JoinerStore, 'of'>;
  people: Pick<PeopleStore, 'find'>;
  media: Pick<MediaService, 'giveTo'>;
  surroundings: Pick<Surroundings, 'department' | 'duty' | 'settings'>;
  reading: Reading;
  newEventId: () => TicketEvent['id'];
};

const sentences: { [Code in ErrorCode]?: { message: string } } = commonErrors;

/** How often a step is tried against lines that others write at the same moment and that leave the page valid. */
const maxTries = 3;

/** The steps that a person takes, by the transition table. */
export const makeSteps = ({ tickets, joiners, people, media, surroundings, reading, newEventId }: Deps) => {
  const contentOf = makeStepContent({ tickets, people, surroundings });

  /** The count on the ticket may be a moment old; nobody who has just joined is left behind. */
  const joinsNow = async ({ id, joins }: Ticket, step: PersonStep): Promise<number> =>
    step === 'withdraw' && joins === 0 ? (await joiners.of(id)).length : joins;

  const take = async (
    viewer: Viewer,
    id: TicketId,
    step: PersonStep,
    body: StepBody,
    now: Date,
    tries = 1,
  ): Promise<TicketView> => {
    const { id: actionId, version, ...given } = body;
    const digest = digestOf({ step, ...given });
    const taken = (ticket: Ticket) => ticket.events.find((event) => event.id === actionId);
    const again = (ticket: Ticket, earlier: TicketEvent) => {
      mustRepeat(earlier, { step, digest, viewer });
      return reading.view(ticket, viewer, now);
    };
    const before = await reading.find(id);
    const earlier = taken(before);
    if (earlier !== undefined) return again(before, earlier);

    const joined = await reading.hasJoined(before, viewer);
    const facts = circumstancesOf(
      { ...before, joins: await joinsNow(before, step) },
      {
        viewer,
        now,
        reopenDays: await reading.reopenDays(before, now),
        stars: body.stars,
        departmentId: step === 'excuse' ? body.departmentId : undefined,
      },
    );
    const decision = decide(step, facts, relationsOf(before, viewer, joined));
    if (!decision.isAllowed && decision.code === 'access.denied') throw new AppError('access.denied');
    if (version !== before.version && !isSideline(step)) throw new AppError('ticket.changed');
    if (!decision.isAllowed) {
      // Neighbours are counted after the ticket was read: another copy of this very request may have been quicker than they.
      const present = step === 'withdraw' ? await reading.find(id) : before;
      const quicker = taken(present);
      if (quicker !== undefined) return again(present, quicker);
      throw new AppError(decision.code);
    }

    // Other steps stand in the trace by themselves.
    if (isInternal(step)) await reading.noteLook(before, viewer, now);
    const content = await contentOf({ ticket: before, viewer, step, body, now });
    const photoIds = body.photoIds ?? [];
    await media.giveTo(id, viewer.personId, photoIds);

    const acting = decision.by === 'supporter' ? content.department?.id : before.department?.id;
    const at = now.toISOString();
    const moved = afterStep(before, step, decision.to, {
      ...content,
      id: actionId,
      at,
      actor: actorOf(before, viewer, decision.by, acting ?? departmentsOf(viewer, before.communityId)[0]),
      photoIds,
      digest,
    });
    const duty = step === 'file' ? await surroundings.duty(before.communityId, before.categoryCode, now) : undefined;
    const after = duty === undefined ? moved : dispatchByList(moved, duty, { at, newEventId });
    if (await tickets.take(step, before, after)) return reading.view(after, viewer, now, joined);
    const present = await reading.find(id);
    const mine = taken(present);
    if (mine !== undefined) return again(present, mine);
    // Only a sideline or a mark came in between, from a colleague, the clock or a review, or the ticket to merge into has changed: the
    // page is not stale, the step is tried again.
    const isValid = present.version === version || isSideline(step);
    if (isValid && tries < maxTries) return take(viewer, id, step, body, now, tries + 1);
    throw new AppError('ticket.changed');
  };

  return {
    take,

    /** One department for several tickets; what is refused is said for each and keeps the others from nothing. */
    dispatchBatch: async (
      viewer: Viewer,
      { departmentId, note, items }: RouteRequest<(typeof ticketRoutes)['dispatchBatch']>['body'],
      now: Date,
    ) => {
      const results: { ticketId: TicketId; refusal?: { code: string; message: string } }[] = [];
      for (const { id, ticketId, version } of items) {
        try {
          await take(viewer, ticketId, 'dispatch', { id, version, departmentId, note }, now);
          results.push({ ticketId });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          const message = error.details?.[0]?.message ?? sentences[error.code]?.message ?? '';
          results.push({ ticketId, refusal: { code: error.code, message } });
        }
      }
      return { items: results };
    },
  };
};
