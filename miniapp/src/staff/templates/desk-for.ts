import type { DeskName } from '@suishoupai/shared/desk-kit/contract';
import type { Grant } from '@suishoupai/shared/people/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';

/** Whose sentences are offered: `scope` is the community, or the street for its coordinator. */
export type KitDesk = { communityId: string; desk: DeskName };

const templated: readonly PersonStep[] = ['resolve', 'reply', 'decline', 'rework', 'ask', 'progress', 'return'];

/** Steps whose words the resident reads, and which are often the same. */
export const isTemplated = (step: PersonStep): boolean => templated.includes(step);

const deskOfGrant = (grant: Grant, ticket: TicketView): KitDesk | undefined => {
  if (grant.role === 'coordinator') return { communityId: grant.streetId, desk: 'street' };
  const { communityId } = grant;
  if (communityId !== ticket.communityId) return undefined;
  switch (grant.role) {
    case 'departmentStaff': {
      const departments = [ticket.department?.id, ...ticket.tasks.map(({ department }) => department.id)];
      return departments.includes(grant.departmentId) ? { communityId, desk: grant.departmentId } : undefined;
    }
    case 'gridWorker':
      return grant.gridId === ticket.grid?.id ? { communityId, desk: grant.gridId } : undefined;
    case 'communityStaff':
      return { communityId, desk: 'community' };
    case 'supplier':
      return undefined;
    default:
      return grant satisfies never;
  }
};

/** At which of their desks the viewer meets this ticket: the one that works on it before those that watch. */
export const deskFor = (grants: readonly Grant[], ticket: TicketView): KitDesk | undefined => {
  const order: readonly Grant['role'][] = ['departmentStaff', 'gridWorker', 'communityStaff', 'coordinator'];
  return [...grants]
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .map((grant) => deskOfGrant(grant, ticket))
    .find((desk) => desk !== undefined);
};
