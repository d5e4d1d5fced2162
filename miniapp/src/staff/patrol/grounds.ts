import type { GridId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';

type NamedGrid = { id: GridId; name: string };

const isCommunityStaff = (grants: readonly Grant[], communityId: string) =>
  grants.some((grant) => grant.role === 'communityStaff' && grant.communityId === communityId);

/** The grids in which somebody goes on patrol and visits: the community's staff in all, a grid worker in the own. */
export const groundsOf = (
  grants: readonly Grant[],
  communityId: string,
  grids: readonly NamedGrid[],
): { grids: NamedGrid[]; seesAll: boolean } => {
  const seesAll = isCommunityStaff(grants, communityId);
  const own = grants.flatMap((grant) =>
    grant.role === 'gridWorker' && grant.communityId === communityId ? [grant.gridId] : [],
  );
  return {
    seesAll,
    grids: grids.filter(({ id }) => seesAll || own.includes(id)).map(({ id, name }) => ({ id, name })),
  };
};
