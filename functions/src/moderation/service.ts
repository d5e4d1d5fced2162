import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { PersonId, TicketId } from '@suishoupai/shared/ids';
import { moderationLimits, type moderationRoutes } from '@suishoupai/shared/moderation/contract';
import type { CommentStore } from '../comments/store.ts';
import type { Viewer } from '../http/handlers.ts';
import type { NoticeStore } from '../notices/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { Safety, Ticket } from '../tickets/record.ts';
import { relationsOf } from '../tickets/standing.ts';
import type { TicketStore } from '../tickets/store.ts';
import type { ModerationStore, Objection } from './store.ts';

type Deps = {
  objections: ModerationStore;
  tickets: TicketStore;
  comments: CommentStore;
  people: Pick<PeopleStore, 'staffOf'>;
  notices: Pick<NoticeStore, 'keep'>;
};
type Flag = RouteRequest<(typeof moderationRoutes)['flag']>['body'];
type Kept = Awaited<ReturnType<ModerationStore['object']>>;
type Appeal = RouteRequest<(typeof moderationRoutes)['appeal']>['body'];

const titles = { flag: '有人投诉，请决定是否公开', appeal: '有人申诉，请再看一次' } as const;

/** Complaints (投诉) and appeals (申诉) about what people made; the decision itself is a line in the ticket's trace. */
export const makeModerationService = ({ objections, tickets, comments, people, notices }: Deps) => {
  const find = async (id: TicketId): Promise<Ticket> => {
    const ticket = await tickets.find(id);
    if (ticket === undefined) throw new AppError('ticket.notFound');
    return ticket;
  };

  /** Who made it; undefined when the ticket has no such thing. */
  const authorOf = async (ticket: Ticket, item: string): Promise<PersonId | undefined> => {
    const line = ticket.events.find(({ id, photoIds }) => id === item || photoIds.some((photo) => photo === item));
    return line === undefined ? (await comments.find(ticket.id, item))?.authorId : line.actor.personId;
  };

  /** The verdict stands on the ticket for its own words and photos, and on both for a comment, so that it is found in the queue. */
  const judge = async (ticket: Ticket, item: string, verdict: Safety, from: readonly Safety[]): Promise<void> => {
    const isComment = !ticket.events.some(({ id, photoIds }) => id === item || photoIds.some((each) => each === item));
    if (!isComment) await tickets.judge(ticket, { item, verdict, from });
    else if (await comments.judge(ticket.id, item, verdict, [...from, verdict])) {
      await tickets.watch(ticket, item, verdict);
    }
  };

  const tellCommunity = async (ticket: Ticket, { id, at }: Objection, title: string) => {
    for (const personId of await people.staffOf(ticket.communityId, 'community')) {
      await notices.keep(personId, {
        id: `${at}#${id}#ticketReview`,
        at,
        kind: 'ticketReview',
        title,
        text: ticket.title,
        about: ticket.id,
      });
    }
  };

  /**
   * Marks the item by what was said of it. The community hears of it before the mark is there, and the mark is the last that is written:
   * a repeat that finds it has nothing left to do.
   */
  const mark = async (
    ticket: Ticket,
    { isKept, standing }: Kept,
    { verdict, from }: { verdict: Safety; from: readonly Safety[] },
  ) => {
    const { item, kind } = standing;
    if (!isKept && ticket.safety[item] === verdict) return;
    const present = await safetyOf(ticket, item);
    if (present !== undefined && from.includes(present)) await tellCommunity(ticket, standing, titles[kind]);
    await judge(ticket, item, verdict, from);
  };

  const lastDecision = (ticket: Ticket, item: string) => ticket.events.findLast(({ review }) => review?.item === item);
  const isNoted = { isNoted: true as const };

  return {
    flag: async (viewer: Viewer, ticketId: TicketId, { id, item, reason, note }: Flag, now: Date) => {
      const ticket = await find(ticketId);
      const author = await authorOf(ticket, item);
      if (author === undefined || author === viewer.personId) throw new AppError('ticket.stepNotAllowed');
      const given: Objection = { id, kind: 'flag', item, by: viewer.personId, reason, note, at: now.toISOString() };
      const kept = await objections.object(ticketId, given);
      const { standing } = kept;
      if (standing.id === id && (standing.reason !== reason || standing.note !== note)) throw new AppError('id.reused');
      // A decision settles what was complained of before it.
      const decidedAt = lastDecision(ticket, item)?.at ?? '';
      if (standing.at <= decidedAt) return isNoted;
      const open = (await objections.list(ticketId, item)).filter(({ kind, at }) => kind === 'flag' && at > decidedAt);
      const isHidden = open.length >= moderationLimits.hidesAt;
      const verdict = isHidden ? 'held' : 'flagged';
      await mark(ticket, kept, { verdict, from: isHidden ? ['pass', 'flagged'] : ['pass'] });
      return isNoted;
    },

    appeal: async (viewer: Viewer, ticketId: TicketId, { id, item, note }: Appeal, now: Date) => {
      const ticket = await find(ticketId);
      const author = await authorOf(ticket, item);
      if (author !== viewer.personId)
        throw new AppError(author === undefined ? 'ticket.stepNotAllowed' : 'access.denied');
      const earlier = (await objections.list(ticketId, item)).find(({ kind }) => kind === 'appeal');
      if (earlier === undefined && (await safetyOf(ticket, item)) !== 'hidden') {
        throw new AppError('ticket.stepNotAllowed');
      }
      const against = lastDecision(ticket, item)?.id;
      const given: Objection = { id, kind: 'appeal', item, by: viewer.personId, note, at: now.toISOString(), against };
      const kept = earlier ? { isKept: false, standing: earlier } : await objections.object(ticketId, given);
      const { standing } = kept;
      if (standing.id !== id) throw new AppError('ticket.stepNotAllowed');
      if (standing.note !== note) throw new AppError('id.reused');
      // Decided meanwhile: a repeat of the appeal does not open it once more.
      if (standing.against !== against) return isNoted;
      await mark(ticket, kept, { verdict: 'appealed', from: ['hidden'] });
      return isNoted;
    },

    list: async (viewer: Viewer, ticketId: TicketId) => {
      const ticket = await find(ticketId);
      const mayReview = relationsOf(ticket, viewer, false).some(
        (each) => each === 'communityStaff' || each === 'coordinator',
      );
      if (!mayReview) throw new AppError('access.denied');
      const waiting = Object.entries(ticket.safety).filter(([, safety]) =>
        ['held', 'flagged', 'appealed'].includes(safety),
      );
      const all = await objections.list(ticketId);
      const items = waiting.map(async ([item, safety]) => {
        const asked = safety === 'appealed' ? ('appeal' as const) : ('flag' as const);
        const about = all.filter((each) => each.item === item && each.kind === asked);
        return {
          item,
          kind: about.length === 0 ? ('check' as const) : asked,
          count: about.length,
          reasons: [...new Set(about.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))],
          notes: about.flatMap(({ note }) => (note === undefined ? [] : [note])),
          text: (await comments.find(ticketId, item))?.text,
        };
      });
      return { items: await Promise.all(items) };
    },
  };

  async function safetyOf(ticket: Ticket, item: string): Promise<Safety | undefined> {
    return ticket.safety[item] ?? (await comments.find(ticket.id, item))?.safety;
  }
};

export type ModerationService = ReturnType<typeof makeModerationService>;
