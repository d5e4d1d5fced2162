import { type MediaId, type PersonId, type TicketId, ticketNumber } from '@suishoupai/shared/ids';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { urgencyOf } from '@suishoupai/shared/notices/quiet';
import { type Facts, noticesOf, type Recipient } from '@suishoupai/shared/notices/rules';
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
import type { JoinerStore } from './joiner-store.ts';
import { deskNameOf, Safety, type Ticket, type TicketEvent } from './record.ts';
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

  const deskStaff = (ticket: Ticket, desk: string | undefined): Promise<PersonId[]> => {
    if (desk === undefined) return Promise.resolve([]);
    return people.onDuty(desk === 'street' ? ticket.streetId : ticket.communityId, desk, now());
  };
  const followers = async ({ id, reporterId }: Ticket) => [
    ...(reporterId === undefined ? [] : [reporterId]),
    ...(await joiners.of(id)),
  ];

  const addressees = async (ticket: Ticket, event: TicketEvent, to: Recipient): Promise<PersonId[]> => {
    const desk = deskNameOf({ ...ticket, state: event.state });
    switch (to) {
      case 'followers':
        return followers(ticket);
      case 'reporter':
        return ticket.reporterId === undefined ? [] : [ticket.reporterId];
      case 'desk':
        return deskStaff(ticket, desk);
      case 'formerDesk': {
        const former = ticket.events[ticket.events.indexOf(event) - 1]?.state ?? event.state;
        return deskStaff(ticket, deskNameOf({ ...ticket, state: former }));
      }
      case 'supporting':
        return (await Promise.all((event.supporting ?? []).map(({ id }) => deskStaff(ticket, id)))).flat();
      case 'task':
        return deskStaff(ticket, event.department?.id ?? event.clock?.split(':')[1]);
      case 'above':
        return deskStaff(ticket, desk === 'community' || desk === 'street' ? 'street' : 'community');
      case 'community':
        return deskStaff(ticket, 'community');
      case 'colleague':
        return event.colleague === undefined ? [] : [event.colleague.personId];
      case 'caller':
        return ticket.onBehalf?.phone === undefined ? [] : deskStaff(ticket, 'community');
      default:
        return to satisfies never;
    }
  };
  const recipients = async (ticket: Ticket, event: TicketEvent, to: Recipient): Promise<PersonId[]> =>
    [...new Set(await addressees(ticket, event, to))].filter((personId) => personId !== event.actor.personId);

  const push = makePush({ people, notices, held, wechat, templates, now });
  const tell = (personId: PersonId, ticket: Ticket, event: TicketEvent, notice: KeptNotice) => {
    const template = templateOf[notice.kind];
    const message = {
      personId,
      noticeId: notice.id,
      template,
      page: `pages/ticket/index?id=${ticket.id}`,
      data: {
        thing1: thing(ticket.title),
        phrase2: { value: stateLabel[event.state] },
        time3: { value: wechatTime(event.at) },
        thing4: thing(notice.title),
      },
    };
    // Whoever must act before the night is over is told at once.
    const dueAt = template === 'ticketWaiting' ? ticket.dueAt : undefined;
    return push(message, urgencyOf(now().toISOString(), dueAt));
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
      for (const personId of await recipients(ticket, event, draft.to)) {
        const isNeighbour = draft.to === 'followers' && personId !== ticket.reporterId;
        const { kind, title, text } = isNeighbour ? (openDrafts[i] ?? draft) : draft;
        const notice: KeptNotice = {
          id: `${event.at}#${event.id}#${kind}`,
          at: event.at,
          kind,
          title,
          text,
          ticketId: ticket.id,
        };
        await notices.keep(personId, notice);
        await tell(personId, ticket, event, notice);
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
    await applyVerdict(ticket, id, verdict);
    return verdict === 'pass';
  };

  /** The photo was given to the ticket with the step; a verdict that came before the ticket was there is applied here, a later one by the push. */
  const takeVerdict = async (ticket: Ticket, ownerId: PersonId | undefined, mediaId: MediaId) => {
    if (ownerId === undefined || ticket.safety[mediaId] !== 'pending') return;
    const photo = await media.find(ownerId, mediaId);
    if (photo !== undefined && photo.safety !== 'pending') await applyVerdict(ticket, mediaId, photo.safety);
  };

  /** Whoever reported or joined what was merged has joined the other one; after parting, no longer by that way. */
  const mergeFollowers = async (ticket: Ticket, event: TicketEvent) => {
    if (event.step !== 'merge' && event.step !== 'unmerge') return;
    const until = ticket.events.slice(0, ticket.events.indexOf(event) + 1);
    const into = until.findLast(({ step }) => step === 'merge')?.other?.id;
    if (into === undefined) return;
    // A record that comes late must not undo what was done since.
    const isMerged = (await tickets.find(ticket.id))?.mergedInto?.id === into;
    if (isMerged !== (event.step === 'merge')) return;
    if (event.step === 'unmerge') return joiners.part(into, ticket.id);
    const target = await tickets.find(into);
    for (const personId of await followers(ticket)) {
      if (personId !== target?.reporterId) await joiners.join(into, personId, ticket.id, event.at);
    }
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
      kind: 'ticketTakedown',
      title: '您的内容没有公开',
      text: `${ticket.title}${reason === undefined ? '' : `：${reason}`}。如有不同意见，可在这件事里申诉`,
      ticketId: ticket.id,
    };
    await notices.keep(personId, notice);
    await tell(personId, ticket, event, notice);
  };

  return {
    /** Handles one stream record of a ticket: as it stood after, and how many lines its trace had before. */
    follow: async (ticket: Ticket, linesBefore: number): Promise<void> => {
      const lines = ticket.events.slice(linesBefore);
      for (const event of lines) {
        const isOpen = await checkWords(ticket, event);
        await mergeFollowers(ticket, event);
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
