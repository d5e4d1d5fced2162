import type { PersonId } from '@suishoupai/shared/ids';
import type { Circumstances } from '@suishoupai/shared/tickets/conditions';
import type { Relation } from '@suishoupai/shared/tickets/transitions';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import type { Ticket, TicketEvent } from './record.ts';

/** The departments of which a person is staff in this community. */
export const departmentsOf = (viewer: Viewer | undefined, communityId: string): string[] =>
  (viewer?.grants ?? []).flatMap((grant) =>
    grant.role === 'departmentStaff' && grant.communityId === communityId ? [grant.departmentId] : [],
  );

/** How a person stands to a ticket, in every way at once; the access rule of the engine. */
export const relationsOf = (ticket: Ticket, viewer: Viewer | undefined, hasJoined: boolean): Relation[] => {
  if (viewer === undefined) return [];
  const relations: Relation[] = viewer.personId === ticket.reporterId ? ['reporter'] : hasJoined ? ['joiner'] : [];
  for (const grant of viewer.grants) {
    if (grant.role === 'coordinator') {
      if (grant.streetId === ticket.streetId) relations.push('coordinator');
      continue;
    }
    if (grant.communityId !== ticket.communityId) continue;
    if (grant.role === 'departmentStaff') {
      if (grant.departmentId === ticket.department?.id) relations.push('handler');
      const isAsked = ticket.tasks.some(
        ({ department, state }) => department.id === grant.departmentId && state !== 'excused',
      );
      if (isAsked) relations.push('supporter');
    }
    if (grant.role === 'gridWorker' && grant.gridId === ticket.grid?.id) relations.push('gridWorker');
    if (grant.role === 'communityStaff') relations.push('communityStaff');
  }
  return relations;
};

/** In whose hands it is, or may come: they see the exact place and who reported it. */
export const isStaff = (relations: readonly Relation[]): boolean =>
  relations.some((relation) => relation !== 'reporter' && relation !== 'joiner');

type Given = {
  viewer: Viewer | undefined;
  now: Date;
  reopenDays: number;
  stars?: number | undefined;
  /** The department whose task is meant; the viewer's own when none is named. */
  departmentId?: string | undefined;
};

const hasRated = ({ ratings, onBehalf }: Ticket, personId: PersonId | undefined, isCommunity: boolean) =>
  ratings.some(({ by }) => by === personId || (by === 'resident' && isCommunity && onBehalf !== undefined));

/** What the transition table looks at besides who asks. */
export const circumstancesOf = (ticket: Ticket, given: Given): Circumstances => {
  const { viewer, now, reopenDays, stars, departmentId } = given;
  const meant = departmentId === undefined ? departmentsOf(viewer, ticket.communityId) : [departmentId];
  const tasks = ticket.tasks.filter(({ department }) => meant.includes(department.id));
  const isCommunity =
    viewer?.grants.some((grant) => grant.role === 'communityStaff' && grant.communityId === ticket.communityId) ??
    false;
  return {
    state: ticket.state,
    before: ticket.before,
    returns: ticket.returns,
    rectifications: ticket.rectifications,
    asks: ticket.asks,
    isJoined: ticket.joins > 0,
    isOnBehalf: ticket.onBehalf !== undefined,
    isExtensionAsked: ticket.extension !== undefined,
    extensions: ticket.extensions,
    openTasks: ticket.tasks.filter(({ state }) => state === 'open').length,
    isTaskOpen:
      tasks.length === 0 && departmentId === undefined ? undefined : tasks.some(({ state }) => state === 'open'),
    hasRated: hasRated(ticket, viewer?.personId, isCommunity),
    isRecentlyClosed:
      ticket.closedAt !== undefined && now.getTime() - Date.parse(ticket.closedAt) <= reopenDays * dayMs,
    stars,
  };
};

/** The name the trace gives the actor: a department, a post, or simply a resident. `post` is for staff alone. */
export const actorOf = (
  ticket: Ticket,
  viewer: Viewer,
  by: Relation,
  departmentId?: string | undefined,
): TicketEvent['actor'] => {
  const { personId, grants } = viewer;
  const grant = grants.find((held) => {
    if (held.role === 'coordinator') return by === 'coordinator' && held.streetId === ticket.streetId;
    if (held.communityId !== ticket.communityId) return false;
    if (held.role !== 'departmentStaff') return held.role === by;
    return (by === 'handler' || by === 'supporter') && held.departmentId === departmentId;
  });
  if (by === 'reporter' || by === 'joiner' || grant === undefined) {
    return { relation: by, label: by === 'joiner' ? '同感的居民' : '居民', personId };
  }
  const task = ticket.tasks.find(({ department }) => department.id === departmentId);
  const department = by === 'handler' ? ticket.department : task?.department;
  return { relation: by, label: department?.name ?? grant.label, post: grant.label, personId };
};
