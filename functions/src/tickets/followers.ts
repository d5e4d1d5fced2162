import type { PersonId, TicketId } from '@suishoupai/shared/ids';
import type { JoinerStore } from './joiner-store.ts';
import type { Ticket, TicketEvent } from './record.ts';
import type { TicketStore } from './store.ts';

type Deps = { tickets: Pick<TicketStore, 'find' | 'mergedHere'>; joiners: JoinerStore };
type Move = { into: TicketId; via: TicketId; at: string };

/** Who hears of a ticket, and how merging carries them along: to the ticket it went into, and on to where that one went since. */
export const makeFollowers = ({ tickets, joiners }: Deps) => {
  const of = async ({ id, reporterId }: Ticket): Promise<PersonId[]> => [
    ...(reporterId === undefined ? [] : [reporterId]),
    ...(await joiners.of(id)),
  ];

  /** The tickets of residents without an account who are to be telephoned: this one, and those that were merged into it, from however far. */
  const byTelephone = async (ticket: Ticket): Promise<Ticket[]> => {
    const merged = await Promise.all((await tickets.mergedHere(ticket.id)).map((each) => tickets.find(each)));
    const here = merged.filter((each) => each !== undefined).filter(({ mergedInto }) => mergedInto?.id === ticket.id);
    const farther = await Promise.all(here.map(byTelephone));
    return [...(ticket.onBehalf?.phone === undefined ? [] : [ticket]), ...farther.flat()];
  };

  const carry = async (people: readonly PersonId[], { into, via, at }: Move): Promise<void> => {
    const reporterId = (await tickets.find(into))?.reporterId;
    const carried = people.filter((personId) => personId !== reporterId);
    for (const personId of carried) await joiners.join(into, personId, via, at);
    // Looked at afterwards: who merges it on at this moment finds them here, or is found.
    const onward = (await tickets.find(into))?.mergedInto?.id;
    if (onward !== undefined) await carry(carried, { into: onward, via: into, at });
  };

  /** The far end first: what a crash leaves undone, the same record done again completes. */
  const takeBack = async (into: TicketId, via: TicketId, people?: readonly PersonId[]): Promise<void> => {
    const target = await tickets.find(into);
    const brought = (await joiners.broughtBy(into, via)).filter(
      ({ personId }) => people === undefined || people.includes(personId),
    );
    const onward = target?.mergedInto?.id;
    const gone = brought.flatMap(({ personId, hasOtherWay }) => (hasOtherWay ? [] : [personId]));
    if (onward !== undefined && gone.length > 0) await takeBack(onward, into, gone);
    for (const { personId } of brought) await joiners.leave(into, personId, via);
  };

  return {
    of,
    byTelephone,

    /** Whoever reported or joined what was merged has joined the other one; after parting, no longer by that way. */
    followMerge: async (ticket: Ticket, event: TicketEvent): Promise<void> => {
      if (event.step !== 'merge' && event.step !== 'unmerge') return;
      const until = ticket.events.slice(0, ticket.events.indexOf(event) + 1);
      const into = until.findLast(({ step }) => step === 'merge')?.other?.id;
      if (into === undefined) return;
      // A record that comes late must not undo what was done since.
      const isMerged = (await tickets.find(ticket.id))?.mergedInto?.id === into;
      if (isMerged !== (event.step === 'merge')) return;
      if (event.step === 'unmerge') return takeBack(into, ticket.id);
      return carry(await of(ticket), { into, via: ticket.id, at: event.at });
    },
  };
};

export type Followers = ReturnType<typeof makeFollowers>;
