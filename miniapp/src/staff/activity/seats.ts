import type { Grant } from '@suishoupai/shared/people/contract';
import type { Community } from '@suishoupai/shared/places/contract';

type Seat = { desk: string; name: string };

const seatOf = (grant: Grant): Seat | undefined => {
  switch (grant.role) {
    case 'departmentStaff':
      return { desk: grant.departmentId, name: grant.label };
    case 'gridWorker':
      return { desk: grant.gridId, name: grant.label };
    case 'communityStaff':
    case 'coordinator':
    case 'supplier':
      return undefined;
    default:
      return grant satisfies never;
  }
};

/** Whose doings somebody may look at: the own desk's, and for the community's staff and its street those of every desk. */
export const seatsOf = (
  grants: readonly Grant[],
  { id, streetId, grids, departments }: Pick<Community, 'id' | 'streetId' | 'grids' | 'departments'>,
): Seat[] => {
  const isOver = grants.some((grant) =>
    grant.role === 'coordinator'
      ? grant.streetId === streetId
      : grant.role === 'communityStaff' && grant.communityId === id,
  );
  if (!isOver) {
    return grants
      .filter((grant) => grant.role !== 'coordinator' && grant.communityId === id)
      .map(seatOf)
      .filter((seat) => seat !== undefined);
  }
  return [
    { desk: 'community', name: '社区' },
    ...departments.map((department) => ({ desk: department.id, name: department.name })),
    ...grids.map((grid) => ({ desk: grid.id, name: grid.name })),
    ...(streetId === undefined ? [] : [{ desk: 'street', name: '街道' }]),
  ];
};
