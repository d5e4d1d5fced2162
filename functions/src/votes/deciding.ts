import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { objectionsEnd, spanProblem } from '@suishoupai/shared/votes/clock';
import { sealPack } from '@suishoupai/shared/votes/pack';
import { reconciliationProblems } from '@suishoupai/shared/votes/reconciliation';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import { mayDo, mayStep, stateAfter, type VoteStep } from '@suishoupai/shared/votes/transitions';
import type { Viewer } from '../http/handlers.ts';
import { digestOf } from '../tickets/digest.ts';
import type { Box, BoxStore } from './box-store.ts';
import { paperTotals, refusedOf } from './counting.ts';
import type { Packing } from './packing.ts';
import type { LedgerRecord, Staff, VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { type Signer, sha256 } from './signer.ts';
import { staffOf } from './standing.ts';
import type { VoteStore } from './store.ts';
import type { Clockwork } from './sweep.ts';

type Deps = {
  votes: Pick<VoteStore, 'find' | 'write'>;
  box: Pick<BoxStore, 'ledger' | 'papers' | 'refusals' | 'slots' | 'write'>;
  packing: Packing;
  signer: Pick<Signer, 'under'>;
  clockwork: Pick<Clockwork, 'count'>;
};
type Routes = typeof voteRoutes;
type Step = 'extendVote' | 'cancelVote' | 'publishResult' | 'settlePaper';
type Body<Name extends Step> = RouteRequest<Routes[Name]>['body'];
type Seen = { id: VoteRecord['acts'][number]['id']; version: number };

/** What staff do with a vote as a whole; each once for its id, and only from the page as it is now. */
export const makeDeciding = ({ votes, box, packing, signer, clockwork }: Deps) => {
  const find = async (id: VoteRecord['id']): Promise<VoteRecord> => {
    const vote = await votes.find(id);
    if (vote === undefined) throw new AppError('vote.notFound');
    return vote;
  };

  type Taken = { vote: VoteRecord; by: Staff; isRepeat: boolean; digest: string };
  /** The vote that a step is taken on, or the one in which it was taken already. */
  const taken = async (viewer: Viewer, id: VoteRecord['id'], what: string, body: Seen): Promise<Taken> => {
    const vote = await find(id);
    const { side: _, ...by } = staffOf(viewer, vote);
    const { id: actId, version, ...told } = body;
    const digest = digestOf({ ...told, what, personId: viewer.personId });
    const known = vote.acts.find((act) => act.id === actId);
    if (known !== undefined && known.digest !== digest) throw new AppError('id.reused');
    if (known === undefined && vote.version !== version) throw new AppError('vote.changed');
    return { vote, by, digest, isRepeat: known !== undefined };
  };

  const moved = async ({ vote, digest }: Taken, id: Seen['id'], step: VoteStep, change: Partial<VoteRecord>) => {
    const state = stateAfter(step, vote.state);
    const isWritten = await votes.write({ ...vote, ...change, state, acts: [...vote.acts, { id, digest }] });
    if (isWritten) return find(vote.id);
    const standing = await find(vote.id);
    if (standing.acts.some((act) => act.id === id && act.digest === digest)) return standing;
    throw new AppError('vote.changed');
  };

  /** Nothing of a counted vote is written any more, so the pack that is sealed now is the one that everybody gets. */
  const sealOf = async (vote: VoteRecord) => {
    const unsealed = await packing(vote);
    return (await sealPack(unsealed, sha256, signer.under(unsealed.publicKey).sign)).seal;
  };

  const totalsProblems = async (place: Box, ledger: LedgerRecord): Promise<string[]> => {
    const paper = paperTotals(ledger);
    const slots = await box.slots(place, true);
    const participants = slots.flatMap(({ slot, ballot }) =>
      ballot === undefined ? [] : [{ slot, channel: ballot.channel }],
    );
    const refused = refusedOf(slots, await box.papers(place), await box.refusals(place));
    return paper === undefined ? [] : reconciliationProblems({ participants, refused, paper });
  };

  return {
    extend: async (viewer: Viewer, id: VoteRecord['id'], body: Body<'extendVote'>, now: Date): Promise<VoteRecord> => {
      const it = await taken(viewer, id, 'extend', body);
      if (it.isRepeat) return it.vote;
      const { opensAt, closesAt: from, state, extensions, ruleSet } = it.vote;
      const at = now.toISOString();
      if (state !== 'announced' && (at >= from || !mayStep('extend', state))) throw new AppError('vote.over');
      if (!mayStep('extend', state)) throw new AppError('vote.stepNotAllowed');
      const { closesAt: to, notice } = body;
      if (to <= from) throw invalidField('body.closesAt', 'later', '只能往后延，不能提前截止');
      const span = spanProblem({ opensAt, closesAt: to }, ruleSet);
      if (span !== undefined) throw invalidField('body.closesAt', 'span', span);
      const { remindedAt: _, ...vote } = it.vote;
      return moved({ ...it, vote }, body.id, 'extend', {
        closesAt: to,
        extensions: [...extensions, { at, from, to, notice, by: viewer.personId }],
      });
    },

    cancel: async (viewer: Viewer, id: VoteRecord['id'], body: Body<'cancelVote'>, now: Date): Promise<VoteRecord> => {
      const it = await taken(viewer, id, 'cancel', body);
      if (it.isRepeat) return it.vote;
      if (!mayStep('cancel', it.vote.state)) throw new AppError('vote.stepNotAllowed');
      const { wakeAt: _, ...vote } = it.vote;
      const cancelled = { at: now.toISOString(), reason: body.reason, by: viewer.personId };
      return moved({ ...it, vote }, body.id, 'cancel', { cancelled });
    },

    /** The totals of paper close the ledger; the count follows at once, and with the next sweep if it is cut off here. */
    settle: async (viewer: Viewer, id: VoteRecord['id'], body: Body<'settlePaper'>, now: Date): Promise<VoteRecord> => {
      const vote = await find(id);
      staffOf(viewer, vote);
      const { issued, returned, invalid } = body;
      const act = { id: body.id, digest: digestOf({ issued, returned, invalid, personId: viewer.personId }) };
      const place = boxOf(vote);
      const ledger = place === undefined ? undefined : await box.ledger(place);
      const known = ledger?.settled?.act;
      if (known?.id === act.id) {
        if (known.digest !== act.digest) throw new AppError('id.reused');
        if (vote.state === 'closed') await clockwork.count(vote, now);
        return find(id);
      }
      if (vote.version !== body.version) throw new AppError('vote.changed');
      if (!mayDo('settle', vote.state) || place === undefined || ledger === undefined || ledger.settled !== undefined) {
        throw new AppError('vote.stepNotAllowed');
      }
      if (ledger.waiting > 0) throw new AppError('vote.paperOpen');
      const after = { ...ledger, settled: { issued, returned, invalid, act } };
      const problems = await totalsProblems(place, after);
      if (problems.length > 0) {
        const details = problems.map((message) => ({ field: 'body.returned', rule: 'totals', message }));
        throw new AppError('vote.paperTotals', details);
      }
      if (!(await box.write(place, [{ ledger: after }]))) throw new AppError('vote.changed');
      await clockwork.count(vote, now);
      return find(id);
    },

    publish: async (
      viewer: Viewer,
      id: VoteRecord['id'],
      body: Body<'publishResult'>,
      now: Date,
    ): Promise<VoteRecord> => {
      const it = await taken(viewer, id, 'publish', body);
      if (it.isRepeat) return it.vote;
      if (it.vote.state === 'closed') throw new AppError('vote.paperOpen');
      if (!mayStep('publish', it.vote.state)) throw new AppError('vote.stepNotAllowed');
      const at = now.toISOString();
      const until = objectionsEnd(at, it.vote.ruleSet);
      const seal = await sealOf(it.vote);
      return moved(it, body.id, 'publish', { published: { at, by: it.by, until, seal }, wakeAt: until });
    },
  };
};
