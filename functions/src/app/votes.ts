import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import type { Hono } from 'hono';
import { makeElectors } from '../households/electors.ts';
import { makeApp, mount } from '../http/mount.ts';
import type { VotesStores } from '../stores.ts';
import { makeAnnouncedMatters } from '../topics/announced.ts';
import { voteHandlers } from '../votes/routes.ts';
import { makeVoteService } from '../votes/service.ts';
import { makeSigner } from '../votes/signer.ts';
import { type Basis, type BasisDeps, makeBasis } from './basis.ts';

export type VotesDeps = BasisDeps & {
  stores: VotesStores;
  /** Signs what votes publish. */
  voteKey: string;
};

export const mountVotes = (app: Hono, deps: VotesDeps, { places, guard }: Basis): void => {
  const { stores, media, voteKey, randomBytes } = deps;
  const votes = makeVoteService({
    stores,
    electors: makeElectors(stores),
    announcedMatters: makeAnnouncedMatters(stores),
    places,
    photoUrls: media.photoUrls,
    signer: makeSigner(voteKey),
    randomBytes,
  });
  mount(app, voteRoutes, voteHandlers(votes), guard);
};

/** The part of the HTTP side where votes are announced, cast and proved; serverless.yml sends its paths here. */
export const makeVotesApi = (deps: VotesDeps): Hono => {
  const app = makeApp({ log: deps.log, errors: hallErrors });
  mountVotes(app, deps, makeBasis(deps));
  return app;
};
