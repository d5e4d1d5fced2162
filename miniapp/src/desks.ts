import type { Grant } from '@suishoupai/shared/people/contract';

/** Where work waits. `label`: whose desk it is. */
export type Desk = { communityId: string; desk: string; label: string };

/** The desks that a grant opens: community staff also decide what is shown in public. */
const desksOfGrant = (grant: Grant): Desk[] => {
  const { communityId, label } = grant;
  switch (grant.role) {
    case 'departmentStaff':
      return [{ communityId, label, desk: grant.departmentId }];
    case 'gridWorker':
      return [{ communityId, label, desk: grant.gridId }];
    case 'communityStaff':
      return [
        { communityId, label, desk: 'community' },
        { communityId, label, desk: 'review' },
      ];
    default:
      return grant satisfies never;
  }
};

export const desksOf = (grants: readonly Grant[]): Desk[] => grants.flatMap(desksOfGrant);

export type DeskKind = 'department' | 'grid' | 'community' | 'review';

export const kindOf = ({ desk }: Pick<Desk, 'desk'>): DeskKind => {
  if (desk === 'community' || desk === 'review') return desk;
  return desk.startsWith('dep_') ? 'department' : 'grid';
};

export const keyOf = ({ communityId, desk }: Pick<Desk, 'communityId' | 'desk'>): string => `${communityId} ${desk}`;

/** 「待办 · 幸福物业」「待审核 · 幸福里社区」 */
export const titleOfDesk = (desk: Desk): string => `${kindOf(desk) === 'review' ? '待审核' : '待办'} · ${desk.label}`;

/** On a tab beside the other desks of the same person. */
export const tabOf = (desk: Desk): string => (kindOf(desk) === 'review' ? titleOfDesk(desk) : desk.label);
