import type { PersonId } from '@suishoupai/shared/ids';
import type { Recipient } from '@suishoupai/shared/notices/rules';
import type { PeopleStore } from '../people/store.ts';
import type { Followers } from './followers.ts';
import { deskNameOf, type Ticket, type TicketEvent } from './record.ts';

type Deps = { people: Pick<PeopleStore, 'onDuty'>; followers: Pick<Followers, 'of'>; now: () => Date };

/** The departments that have the work, or a task of it, in hand after these lines. */
const atWorkAfter = (lines: readonly TicketEvent[]): string[] => {
  let lead: string | undefined;
  let helpers = new Set<string>();
  for (const { step, department, supporting = [] } of lines) {
    if (step === 'dispatch' || step === 'joint') lead = department?.id;
    if (step === 'joint') helpers = new Set(supporting.map(({ id }) => id));
    if (step === 'return') lead = undefined;
    if (step === 'dispatch' || step === 'reply' || step === 'excuse') helpers.delete(department?.id ?? '');
  }
  return lead === undefined ? [...helpers] : [lead, ...helpers];
};

/** Who is meant by a recipient, as people; whoever took the step needs no word of it. */
export const makeAddressees = ({ people, followers, now }: Deps) => {
  const deskStaff = (ticket: Ticket, desk: string | undefined): Promise<PersonId[]> => {
    if (desk === undefined) return Promise.resolve([]);
    return people.onDuty(desk === 'street' ? ticket.streetId : ticket.communityId, desk, now());
  };
  const staffOf = async (ticket: Ticket, desks: readonly string[]): Promise<PersonId[]> =>
    (await Promise.all(desks.map((desk) => deskStaff(ticket, desk)))).flat();

  const addressees = async (ticket: Ticket, event: TicketEvent, to: Recipient): Promise<PersonId[]> => {
    const desk = deskNameOf({ ...ticket, state: event.state });
    const linesBefore = ticket.events.slice(0, ticket.events.indexOf(event));
    switch (to) {
      case 'followers':
        return followers.of(ticket);
      case 'reporter':
        return ticket.reporterId === undefined ? [] : [ticket.reporterId];
      case 'desk':
        return deskStaff(ticket, desk);
      case 'formerDesk':
        return deskStaff(ticket, deskNameOf({ ...ticket, state: linesBefore.at(-1)?.state ?? event.state }));
      case 'relieved': {
        const present = atWorkAfter([...linesBefore, event]);
        return staffOf(
          ticket,
          atWorkAfter(linesBefore).filter((id) => !present.includes(id)),
        );
      }
      case 'supporting':
        return staffOf(
          ticket,
          (event.supporting ?? []).map(({ id }) => id),
        );
      case 'task':
        return deskStaff(ticket, event.department?.id ?? event.clock?.split(':')[1]);
      case 'above':
        return deskStaff(ticket, desk === 'community' || desk === 'street' ? 'street' : 'community');
      case 'community':
      case 'caller':
      case 'callers':
        return deskStaff(ticket, 'community');
      case 'colleague':
        return event.colleague === undefined ? [] : [event.colleague.personId];
      default:
        return to satisfies never;
    }
  };

  return async (ticket: Ticket, event: TicketEvent, to: Recipient): Promise<PersonId[]> =>
    [...new Set(await addressees(ticket, event, to))].filter((personId) => personId !== event.actor.personId);
};
