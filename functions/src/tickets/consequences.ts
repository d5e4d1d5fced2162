import { type MediaId, type PersonId, type TicketId, ticketNumber } from '@suishoupai/shared/ids';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { urgencyOf } from '@suishoupai/shared/notices/quiet';
import { type Facts, noticesOf, type Recipient, takedownNotice } from '@suishoupai/shared/notices/rules';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { chinaDay, chinaWall } from '@suishoupai/shared/time/china';
import type { CommentStore } from '../comments/store.ts';
import type { ActivityStore } from '../desk-kit/activity-store.ts';
import type { MediaStore } from '../media/store.ts';
import type { HeldStore } from '../notices/held-store.ts';
import { makePush, templateOf } from '../notices/push.ts';
import type { KeptNotice, NoticeStore } from '../notices/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { WeChat } from '../wechat/client.ts';
import { makeAddressees } from './addressees.ts';
import { makeFollowers } from './followers.ts';
import type { JoinerStore } from './joiner-store.ts';
import { Safety, type Ticket, type TicketEvent } from './record.ts';
import type { TicketStore } from './store.ts';
import { makeVerdict } from './verdict.ts';

type Deps = {
  tickets: TicketStore;
  joiners: JoinerStore;
  comments: Pick<CommentStore, 'find' | 'judge'>;
  activity: Pick<ActivityStore, 'keep'>;
  people: PeopleStore;
  notices: NoticeStore;
  held: HeldStore;
  media: Pick<MediaStore, 'find'>;
  wechat: Pick<WeChat, 'checkText' | 'sendMessage'>;
  /** Ids of the subscription templates in the mini-program's console; a template without one is not sent. */
  templates: Partial<Record<SubscriptionTemplate, string>>;
  now: () => Date;
};

const anySafety = Safety.options;
const categoryName = ({ categoryCode }: Ticket) => categoryByCode(categoryCode)?.name ?? '一件事';

/** WeChat's `thing` takes 20 characters, no line breaks, never empty. */
const thing = (text: string) => ({ value: Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, 20).join('') || '—' });

/** WeChat's `time`: 「2026年11月22日 08:05」. */
const wechatTime = (iso: string): string => {
  const [year, month, day] = chinaDay(iso).split('-').map(Number);
  const minutes = Math.floor(chinaWall(iso).ms / 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}年${month}月${day}日 ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/**
 * What follows from new lines in a ticket's trace: notices, messages to phones, and safety checks of what others will see. Every effect
 * is keyed by its cause, so a stream record that comes twice, late or out of order changes nothing.
 */
export const makeConsequences = ({
  tickets,
  joiners,
  comments,
  activity,
  people,
  notices,
  held,
  media,
  wechat,
  templates,
  now,
}: Deps) => {
  const applyVerdict = makeVerdict({ tickets, people, notices });

  const followers = makeFollowers({ tickets, joiners });
  const recipients = makeAddressees({ people, followers, now });

  /** Which tickets a notice speaks of: but for word to residents by telephone, the one whose trace it follows. */
  const subjects = async (ticket: Ticket, to: Recipient): Promise<Ticket[]> => {
    if (to === 'callers') return followers.byTelephone(ticket);
    return to === 'caller' && ticket.onBehalf?.phone === undefined ? [] : [ticket];
  };

  const push = makePush({ people, notices, held, wechat, templates, now });
  type Telling = { about: Ticket; event: TicketEvent; notice: KeptNotice; dueAt: string | undefined };
  const tell = async (personId: PersonId, { about, event, notice, dueAt }: Telling) => {
    await notices.keep(personId, notice);
    const template = templateOf[notice.kind];
    if (template === undefined) return;
    const message = {
      personId,
      noticeId: notice.id,
      template,
      page: `pages/ticket/index?id=${about.id}`,
      data: {
        thing1: thing(about.title),
        phrase2: { value: stateLabel[event.state] },
        time3: { value: wechatTime(event.at) },
        thing4: thing(notice.title),
      },
    };
    // Whoever must act before the night is over is told at once.
    await push(message, urgencyOf(now().toISOString(), template === 'ticketWaiting' ? dueAt : undefined));
  };

  const notify = async (ticket: Ticket, event: TicketEvent, isOpen: boolean) => {
    const { note, state, clock, day, stars, other } = event;
    const facts: Facts = {
      title: ticket.title,
      department: ticket.department?.name ?? '社区',
      state,
      dueAt: ticket.dueAt,
      note,
      clock,
      taskOf: ticket.tasks.find(({ department }) => clock === `task:${department.id}`)?.department.name,
      day,
      stars,
      otherNumber: other === undefined ? undefined : ticketNumber(other.id, other.reportedAt),
      isPassedOn: event !== ticket.events.at(-1),
    };
    // Neighbours read the words of others only once those have passed the safety check.
    const openFacts = { ...facts, note: isOpen ? note : undefined, title: ticket.publicTitle ?? categoryName(ticket) };
    const openDrafts = noticesOf(event.step, openFacts);
    for (const [i, draft] of noticesOf(event.step, facts).entries()) {
      const to = await recipients(ticket, event, draft.to);
      for (const subject of await subjects(ticket, draft.to)) {
        const own = subject === ticket ? draft : noticesOf(event.step, { ...facts, title: subject.title })[i];
        // Somebody is told of each by itself; the report that was merged makes the notice another.
        const cause = subject === ticket ? event.id : subject.events[0]?.id;
        for (const personId of to) {
          const isNeighbour = draft.to === 'followers' && personId !== ticket.reporterId;
          const { kind, title, text } = (isNeighbour ? openDrafts[i] : own) ?? draft;
          const notice: KeptNotice = {
            id: `${event.at}#${cause}#${kind}`,
            at: event.at,
            kind,
            title,
            text,
            about: subject.id,
          };
          await tell(personId, { about: subject, event, notice, dueAt: ticket.dueAt });
        }
      }
    }
  };

  /** Whether others may read the words of this line. */
  const checkWords = async (ticket: Ticket, { id, note, actor }: TicketEvent): Promise<boolean> => {
    const known = ticket.safety[id];
    if (note === undefined || actor.personId === undefined || known !== 'pending')
      return known === undefined || known === 'pass';
    const person = await people.find(actor.personId);
    const verdict = person === undefined ? 'held' : await wechat.checkText(person.openid, note);
    return (await applyVerdict(ticket, id, verdict)) === 'pass';
  };

  /** The photo was given to the ticket with the step; a verdict that came before the ticket was there is applied here, a later one by the push. */
  const takeVerdict = async (ticket: Ticket, ownerId: PersonId | undefined, mediaId: MediaId) => {
    if (ownerId === undefined || ticket.safety[mediaId] !== 'pending') return;
    const photo = await media.find(ownerId, mediaId);
    if (photo !== undefined && photo.safety !== 'pending') await applyVerdict(ticket, mediaId, photo.safety);
  };

  /** A decision on a comment reaches the comment; whoever made what is hidden is told why, and that they may appeal. */
  const settleReview = async (ticket: Ticket, event: TicketEvent) => {
    if (event.review === undefined) return;
    const { item, isShown, reason } = event.review;
    const comment = await comments.find(ticket.id, item);
    if (comment !== undefined) {
      // A record that comes late must not undo a later decision.
      const last = (await tickets.find(ticket.id))?.events.findLast(({ review }) => review?.item === item);
      if (last?.id === event.id) await comments.judge(ticket.id, item, isShown ? 'pass' : 'hidden', anySafety);
    }
    if (isShown) return;
    const line = ticket.events.find(({ id, photoIds }) => id === item || photoIds.some((photo) => photo === item));
    const personId = comment?.authorId ?? line?.actor.personId;
    if (personId === undefined) return;
    const notice: KeptNotice = {
      id: `${event.at}#${event.id}#ticketTakedown`,
      at: event.at,
      ...takedownNotice(ticket.title, reason),
      about: ticket.id,
    };
    await tell(personId, { about: ticket, event, notice, dueAt: ticket.dueAt });
  };

  return {
    /** Handles one stream record of a ticket: as it stood after, and how many lines its trace had before. */
    follow: async (ticket: Ticket, linesBefore: number): Promise<void> => {
      const lines = ticket.events.slice(linesBefore);
      for (const event of lines) {
        const isOpen = await checkWords(ticket, event);
        await followers.followMerge(ticket, event);
        await settleReview(ticket, event);
        await activity.keep(ticket, event);
        await notify(ticket, event, isOpen);
        for (const mediaId of event.photoIds) await takeVerdict(ticket, event.actor.personId, mediaId);
      }
      if (lines.length > 0 && ticket.events.some(({ supporting }) => supporting !== undefined)) {
        await tickets.layTasks(ticket);
      }
    },

    /** Somebody joined or left: the count on the card is taken anew, so that a record that comes twice changes nothing. */
    recount: async (id: TicketId): Promise<void> => tickets.setJoins(id, (await joiners.of(id)).length),
  };
};
