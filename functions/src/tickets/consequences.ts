import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { type Draft, noticesOf } from '@suishoupai/shared/notices/rules';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { chinaDay, chinaWall } from '@suishoupai/shared/time/china';
import type { MediaStore } from '../media/store.ts';
import type { KeptNotice, NoticeStore } from '../notices/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { WeChat } from '../wechat/client.ts';
import { deskNameOf, type Ticket, type TicketEvent, type TicketStore } from './store.ts';
import { makeVerdict } from './verdict.ts';

type Deps = {
  tickets: TicketStore;
  people: PeopleStore;
  notices: NoticeStore;
  media: Pick<MediaStore, 'find'>;
  wechat: Pick<WeChat, 'checkText' | 'sendMessage'>;
  /** Ids of the subscription templates in the mini-program's console; a template without one is not sent. */
  templates: Partial<Record<SubscriptionTemplate, string>>;
  now: () => Date;
};

const templateOf = (kind: KeptNotice['kind']): SubscriptionTemplate =>
  kind === 'ticketProgress' ? 'ticketProgress' : 'ticketWaiting';

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
export const makeConsequences = ({ tickets, people, notices, media, wechat, templates, now }: Deps) => {
  const applyVerdict = makeVerdict({ tickets, people, notices });

  const recipients = async (ticket: Ticket, event: TicketEvent, { to }: Draft): Promise<PersonId[]> => {
    const former = ticket.events[ticket.events.indexOf(event) - 1]?.state ?? event.state;
    const desk = deskNameOf({ ...ticket, state: to === 'formerDesk' ? former : event.state });
    const everyone =
      to === 'reporter'
        ? [ticket.reporterId]
        : desk === undefined
          ? []
          : await people.staffOf(ticket.communityId, desk);
    return everyone.filter((personId) => personId !== event.actor.personId);
  };

  const push = async (personId: PersonId, ticket: Ticket, event: TicketEvent, notice: KeptNotice) => {
    const template = templateOf(notice.kind);
    const templateId = templates[template];
    if (templateId === undefined) return;
    // The claim comes before the sending: a crash between them loses one message and the inbox has it; nobody gets it twice.
    if (!(await notices.claimPush(personId, notice.id, now()))) return;
    if (!(await notices.spendAllowance(personId, template))) return;
    const person = await people.find(personId);
    if (person === undefined) return;
    await wechat.sendMessage({
      openid: person.openid,
      templateId,
      page: `pages/ticket/index?id=${ticket.id}`,
      data: {
        thing1: thing(ticket.title),
        phrase2: { value: stateLabel[event.state] },
        time3: { value: wechatTime(event.at) },
        thing4: thing(notice.title),
      },
    });
  };

  const notify = async (ticket: Ticket, event: TicketEvent) => {
    const facts = {
      title: ticket.title,
      department: ticket.department?.name ?? '社区',
      dueAt: ticket.dueAt,
      note: event.note,
      isPassedOn: event !== ticket.events.at(-1),
    };
    for (const draft of noticesOf(event.step, facts)) {
      const { kind, title, text } = draft;
      const notice: KeptNotice = {
        id: `${event.at}#${event.id}#${kind}`,
        at: event.at,
        kind,
        title,
        text,
        ticketId: ticket.id,
      };
      for (const personId of await recipients(ticket, event, draft)) {
        await notices.keep(personId, notice);
        await push(personId, ticket, event, notice);
      }
    }
  };

  const checkWords = async (ticket: Ticket, { id, note, actor }: TicketEvent) => {
    if (note === undefined || actor.personId === undefined || ticket.safety[id] !== 'pending') return;
    const person = await people.find(actor.personId);
    const verdict = person === undefined ? 'held' : await wechat.checkText(person.openid, note);
    await applyVerdict(ticket, id, verdict);
  };

  /** The photo was given to the ticket with the step; a verdict that came before the ticket was there is applied here, a later one by the push. */
  const takeVerdict = async (ticket: Ticket, ownerId: PersonId | undefined, mediaId: MediaId) => {
    if (ownerId === undefined || ticket.safety[mediaId] !== 'pending') return;
    const photo = await media.find(ownerId, mediaId);
    if (photo !== undefined && photo.safety !== 'pending') await applyVerdict(ticket, mediaId, photo.safety);
  };

  /** Handles one stream record: the ticket as it stood after, and how many lines its trace had before. */
  return async (ticket: Ticket, linesBefore: number): Promise<void> => {
    for (const event of ticket.events.slice(linesBefore)) {
      await notify(ticket, event);
      await checkWords(ticket, event);
      for (const mediaId of event.photoIds) await takeVerdict(ticket, event.actor.personId, mediaId);
    }
  };
};
