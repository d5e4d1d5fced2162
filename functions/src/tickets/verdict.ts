import type { NoticeStore } from '../notices/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { Verdict } from '../wechat/client.ts';
import type { Safety, Ticket } from './record.ts';
import type { TicketStore } from './store.ts';

type Deps = {
  tickets: Pick<TicketStore, 'judge' | 'find'>;
  people: Pick<PeopleStore, 'staffOf'>;
  notices: Pick<NoticeStore, 'keep'>;
};

/**
 * Applies what the safety check says of words or a photo; the first verdict stays, and is what comes back. What is held goes to a person:
 * community staff are told, once for each step of the trace however many of its photos are held. Done again after a crash it tells whom
 * the crash left out.
 */
export const makeVerdict =
  ({ tickets, people, notices }: Deps) =>
  async (ticket: Ticket, item: string, verdict: Verdict): Promise<Safety | undefined> => {
    const isApplied = await tickets.judge(ticket, { item, verdict, from: ['pending'] });
    const standing = isApplied ? verdict : (await tickets.find(ticket.id))?.safety[item];
    if (standing !== 'held') return standing;
    const event = ticket.events.find(({ id, photoIds }) => id === item || photoIds.some((photo) => photo === item));
    if (event === undefined) return standing;
    for (const personId of await people.staffOf(ticket.communityId, 'community')) {
      await notices.keep(personId, {
        id: `${event.at}#${event.id}#ticketReview`,
        at: event.at,
        kind: 'ticketReview',
        title: '有内容等您决定是否公开',
        text: ticket.title,
        about: ticket.id,
      });
    }
    return standing;
  };

export type ApplyVerdict = ReturnType<typeof makeVerdict>;
