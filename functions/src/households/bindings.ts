import { BindingKind, UnitCode } from '@suishoupai/shared/households/contract';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { ClaimId, CommunityId as CommunityIdSchema } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';

/**
 * An approved tie between a person and a unit. `ownerKey` (owners only) is the key of the unit's set of owners, the same that names the
 * slot of a vote by owners; it says nothing of who they are.
 */
export const Binding = z.object({
  claimId: ClaimId,
  communityId: CommunityIdSchema,
  unit: UnitCode,
  as: BindingKind,
  ownerKey: z.optional(z.string()),
});
export type Binding = z.output<typeof Binding>;

/** The approved bindings of a person in one community, read consistently by key; empty for whoever is not a verified resident there. */
export type BindingsOf = (personId: PersonId, communityId: CommunityId) => Promise<readonly Binding[]>;
