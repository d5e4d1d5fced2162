import type { householdRoutes } from '@suishoupai/shared/households/contract';
import type { representativeRoutes } from '@suishoupai/shared/households/representatives';
import type { Handlers } from '../http/handlers.ts';
import type { Households } from './service.ts';

export const householdHandlers = ({ claims, desk, rolls }: Households): Handlers<typeof householdRoutes> => ({
  claimHousehold: ({ viewer, body, now }) => claims.ask(viewer, body, now),
  listMyHouseholds: ({ viewer }) => claims.mine(viewer),
  withdrawClaim: ({ viewer, params, body, now }) => claims.withdraw(viewer, { params, body }, now),
  listClaims: ({ viewer, params, query, now }) => desk.waiting(viewer, params.communityId, query.cursor, now),
  decideClaim: ({ viewer, params, body, now }) => desk.decide(viewer, { params, body }, now),
  getRoll: ({ viewer, params, now }) => rolls.get(viewer, params.communityId, now),
  listUnits: ({ viewer, params, query, now }) => rolls.listUnits(viewer, params.communityId, query.building, now),
  transferUnit: ({ viewer, params, body, now }) => rolls.transfer(viewer, { params, body }, now),
});

export const representativeHandlers = ({ representatives }: Households): Handlers<typeof representativeRoutes> => ({
  countRepresentatives: ({ params, now }) => representatives.count(params.communityId, now),
  listRepresentatives: ({ viewer, params, now }) => representatives.list(viewer, params.communityId, now),
  listCandidates: ({ viewer, params, query, now }) =>
    representatives.candidates(viewer, params.communityId, query.building, now),
  addRepresentative: ({ viewer, params, body, now }) => representatives.add(viewer, { params, body }, now),
  removeRepresentative: ({ viewer, params, body, now }) => representatives.remove(viewer, { params, body }, now),
});
