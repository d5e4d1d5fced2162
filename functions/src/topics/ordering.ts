import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { communityOf } from '@suishoupai/shared/ids';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { defaultLimits } from '@suishoupai/shared/tickets/rules';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type { PlacesService } from '../places/service.ts';
import { afterStep, openTicket } from '../tickets/loop.ts';
import type { Ticket, TicketEvent } from '../tickets/record.ts';
import type { TicketStore } from '../tickets/store.ts';
import type { Surroundings } from '../tickets/surroundings.ts';
import type { Background } from './background.ts';
import type { TopicReading } from './reading.ts';
import type { TicketOrder, TopicRecord } from './record.ts';

type Ordered = Omit<RouteRequest<(typeof topicStaffRoutes)['orderTicket']>['body'], 'id' | 'version'>;

/** Whether what is named authorises a ticket: a vote in force, signed minutes with a resolution, or the committee's decision. */
const isAuthorised = (topic: TopicRecord, { meetings, votes }: Background, basis: Ordered['basis']): boolean =>
  basis === 'committee'
    ? topic.decision !== undefined
    : votes.some(({ id, isInForce }) => id === basis && isInForce) ||
      meetings.some(({ id, isSigned, hasResolution }) => id === basis && isSigned && hasResolution);

type Deps = {
  tickets: Pick<TicketStore, 'find'>;
  places: Pick<PlacesService, 'locate'>;
  surroundings: Pick<Surroundings, 'department'>;
  reading: Pick<TopicReading, 'background'>;
};

/** An order for a ticket, with all that it takes to enter it later; refused for whatever the ticket would be refused for. */
export const makeOrdering =
  ({ tickets, places, surroundings, reading }: Deps) =>
  async (topic: TopicRecord, order: Ordered, by: TicketOrder['by'], now: Date): Promise<TicketOrder> => {
    const { communityId } = topic;
    const { ticketId, categoryCode, departmentId, words, basis, place } = order;
    if (communityOf(ticketId) !== communityId) throw invalidField('body.ticketId', 'community', '编号属于另一个社区');
    if (categoryByCode(categoryCode) === undefined) throw new AppError('category.unknown');
    const isTaken = topic.orders.some((each) => each.ticketId === ticketId);
    if (isTaken || (await tickets.find(ticketId)) !== undefined) throw new AppError('id.reused');
    const { address, ...given } = place;
    const { point, community, grid } = await places.locate(given, now);
    if (community.id !== communityId) throw new AppError('place.outside');
    const department =
      departmentId === undefined
        ? undefined
        : await surroundings.department(
            { communityId, categoryCode },
            { id: departmentId, field: 'body.departmentId', isAuthorised: false },
            now,
          );
    if (!isAuthorised(topic, await reading.background(topic), basis)) {
      throw new AppError('topic.proofMissing', [
        { field: 'body.basis', rule: 'decision', message: '没有这项依据，或者它还没有生效' },
      ]);
    }
    return {
      ticketId,
      at: now.toISOString(),
      by,
      categoryCode,
      department,
      words,
      basis,
      place: { point, label: address ?? community.name },
      grid: grid === undefined ? undefined : { id: grid.id, name: grid.name },
    };
  };
export type MakeOrder = ReturnType<typeof makeOrdering>;

type EnterDeps = {
  tickets: Pick<TicketStore, 'open'>;
  surroundings: Pick<Surroundings, 'duty'>;
  newEventId: () => TicketEvent['id'];
};

/**
 * Enters the ticket of an order, once however often it is done: dispatched to the department that the decision names, else by the
 * responsibility list, else it lies on the community's desk.
 */
export const makeOrderEntry = ({ tickets, surroundings, newEventId }: EnterDeps) => {
  const ticketOf = async (topic: TopicRecord, order: TicketOrder, now: Date): Promise<Ticket> => {
    const { communityId, streetId } = topic;
    const { ticketId, categoryCode, department, by, at } = order;
    const listed = await surroundings.duty(communityId, categoryCode, now);
    const named = department === undefined || department.id === listed?.department.id ? undefined : department;
    const ticket = openTicket({
      id: ticketId,
      communityId,
      streetId,
      categoryCode,
      description: order.words,
      place: order.place,
      grid: order.grid,
      channel: 'resolution',
      reporterId: by.personId,
      actor: { relation: 'communityStaff', label: by.label, personId: by.personId },
      repeats: 0,
      photoIds: [],
      // What was decided is not verified once more on the spot.
      duty: named !== undefined || listed === undefined ? undefined : { ...listed, filing: 'byRule' },
      digest: `topic ${topic.id}`,
      now: at,
      newEventId,
    });
    if (named === undefined) return ticket;
    const line = (digest: string) => ({
      id: newEventId(),
      at,
      actor: { relation: 'system' as const, label: '系统' },
      photoIds: [],
      digest,
    });
    const { accept, resolve, check } = listed?.limits ?? defaultLimits;
    const filed = afterStep({ ...ticket, limits: { accept, resolve, check } }, 'file', 'filed', line('file'));
    return afterStep(filed, 'dispatch', 'dispatched', {
      ...line('dispatch'),
      department: named,
      note: `按议事决定派给${named.name}`,
    });
  };
  return async (topic: TopicRecord, order: TicketOrder, now: Date): Promise<void> => {
    await tickets.open(await ticketOf(topic, order, now));
  };
};
export type EnterOrder = ReturnType<typeof makeOrderEntry>;
