import type { Grant } from '@suishoupai/shared/people/contract';
import type { CommunityListing } from '@suishoupai/shared/places/contract';

/** Where work waits. `label`: whose desk it is. */
export type Desk = { communityId: string; desk: string; label: string };

/** The desks that a grant opens: community staff also decide what is shown in public, the street watches over all its communities. */
const desksOfGrant = (grant: Grant, communities: readonly CommunityListing[]): Desk[] => {
  switch (grant.role) {
    case 'departmentStaff':
      return [{ communityId: grant.communityId, label: grant.label, desk: grant.departmentId }];
    case 'gridWorker':
      return [{ communityId: grant.communityId, label: grant.label, desk: grant.gridId }];
    case 'communityStaff':
      return ['community', 'review', 'all'].map((desk) => ({
        communityId: grant.communityId,
        label: grant.label,
        desk,
      }));
    case 'coordinator': {
      const watched = communities.filter(({ streetId }) => streetId === grant.streetId);
      return ['street', 'all'].flatMap((desk) =>
        watched.map(({ id, name }) => ({ communityId: id, label: name, desk })),
      );
    }
    case 'supplier':
      return [];
    default:
      return grant satisfies never;
  }
};

/** Each desk once, whichever grants open it. `communities`: for the street, whose grant does not name them. */
export const desksOf = (grants: readonly Grant[], communities: readonly CommunityListing[]): Desk[] => {
  const desks = grants.flatMap((grant) => desksOfGrant(grant, communities));
  return desks.filter((desk, index) => desks.findIndex((other) => keyOf(other) === keyOf(desk)) === index);
};

export type DeskKind = 'department' | 'grid' | 'community' | 'street' | 'all' | 'review';

export const kindOf = ({ desk }: Pick<Desk, 'desk'>): DeskKind => {
  switch (desk) {
    case 'community':
    case 'street':
    case 'all':
    case 'review':
      return desk;
    default:
      return desk.startsWith('dep_') ? 'department' : 'grid';
  }
};

export const keyOf = ({ communityId, desk }: Pick<Desk, 'communityId' | 'desk'>): string => `${communityId} ${desk}`;

const wordOf: Record<DeskKind, string> = {
  department: '待办',
  grid: '待办',
  community: '待办',
  street: '待协调',
  all: '全部在办',
  review: '待审核',
};

/** 「待办 · 幸福物业」「待审核 · 幸福里社区」 */
export const titleOfDesk = (desk: Desk): string => `${wordOf[kindOf(desk)]} · ${desk.label}`;

/** On a tab beside the other desks of the same person. */
export const tabOf = (desk: Desk): string => (wordOf[kindOf(desk)] === '待办' ? desk.label : titleOfDesk(desk));
