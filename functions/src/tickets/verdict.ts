import type { NoticeStore } from '../notices/store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { Verdict } from '../wechat/client.ts';
import type { Ticket } from './record.ts';
import type { TicketStore } from './store.ts';

type Deps = {
  tickets: Pick<TicketStore, 'judge'>;
  people: Pick<PeopleStore, 'staffOf'>;
  notices: Pick<NoticeStore, 'keep'>;
};

/**
 * Applies what the safety check says of words or a photo; the first verdict stays. What is held goes to a person: community staff are
 * told, once for each step of the trace however many of its photos are held.
 */
export const makeVerdict =
  ({ tickets, people, notices }: Deps) =>
  async (ticket: Ticket, item: string, verdict: Verdict): Promise<void> => {
    const isApplied = await tickets.judge(ticket, { item, verdict, from: ['pending'] });
    if (!isApplied || verdict === 'pass') return;
    const event = ticket.events.find(({ id, photoIds }) => id === item || photoIds.some((photo) => photo === item));
    if (event === undefined) return;
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
  };

export type ApplyVerdict = ReturnType<typeof makeVerdict>;
