import { setTimeout as wait } from 'node:timers/promises';
import { sha256 } from '@suishoupai/functions/votes/signer';
import { verified } from '@suishoupai/functions/votes/verified.builder';
import { type Stack, startStack } from '@suishoupai/local/stack';
import { newVoteId, type PersonId } from '@suishoupai/shared/ids';
import { dayMs, hourMs } from '@suishoupai/shared/time/units';
import { countVote } from '@suishoupai/shared/votes/count';
import { ballotLeaf } from '@suishoupai/shared/votes/leaf';
import { verifyInclusion } from '@suishoupai/shared/votes/merkle';
import { VotePack } from '@suishoupai/shared/votes/pack';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { community, newTail, settle } from './ballots/electorate.ts';
import { inTurn } from './ballots/in-turn.ts';
import { meteredCasting, storesOf } from './ballots/metered.ts';
import { aBallot, type Cast, type Elector, electorOf, makeVisits, phoneTo } from './ballots/visits.ts';

/** Electors who cast over HTTP, and others of the same vote whose ballots are cast where their cost can be read. */
const electorCount = 1900;
const meteredCount = 100;
/** Each request in flight at once has an instance of the function to itself; more of them only wait for the same processor. */
const atOnce = 4;
/** The share of visits after which the clock comes to the close, and to where the sweep closes the vote. */
const [untilClose, untilSweep] = [0.8, 0.9];
/** What requests are given after close, before the sweep seals the ballots (functions/src/votes/sweep.ts). */
const graceMs = 20_000;
/** The clock goes on from there: the close falls between two requests, not with the moving of it. */
const justBeforeMs = 300;
/** Functions look at a moved clock every 5 ms. */
const heardAfterMs = 50;
const receiptsRead = 40;
const betweenSweepsMs = 1000;
const patienceMs = 200_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ demo: false, h5Dir: '.' });
});
afterAll(async () => {
  await stack?.stop();
});

/** The same order in every run. */
const shuffled = <T>(items: readonly T[]): T[] => {
  let state = 20_261_122;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return items
    .map((item) => ({ item, rank: next() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
};

test(
  '两千户一边投票一边截止：回执给了的都计入，截止以后的一张也没有',
  async () => {
    const stores = storesOf(stack);
    const phone = phoneTo(stack);
    const { staff, electors: households, keyOf } = await settle(stores, electorCount + meteredCount, stack.clock.now());

    const opensAt = new Date(stack.clock.now().getTime() + 17 * dayMs);
    const closesAt = new Date(opensAt.getTime() + 7 * dayMs);
    const announced = await phone.call(voteRoutes.announceVote, await phone.signIn(staff, true), {
      body: {
        id: newVoteId(community.id, newTail()),
        communityId: community.id,
        title: '加装电梯表决',
        announcement: '就加装电梯征求全体业主意见，请在规定时间内投票。',
        question: {
          method: 'single',
          text: '是否加装电梯',
          options: [
            { id: 'approve', text: '同意' },
            { id: 'against', text: '反对' },
          ],
        },
        ruleSetId: 'owners-ordinary',
        electorate: 'owners',
        secrecy: 'untilClose',
        showsTurnout: true,
        takesPaper: false,
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
      },
    });
    expect(announced.code).toBe('');
    const { id: voteId } = announced.body;
    const params = { voteId };
    await stack.clock.moveTo(opensAt);
    await stack.run('hallSweep');
    await stack.clock.moveTo(new Date(closesAt.getTime() - hourMs));
    const vote = await stores.votes.find(voteId);
    if (vote?.state !== 'open') throw new Error(`the vote is ${vote?.state}`);
    const electors: Elector[] = await Promise.all(
      households.map((household) => electorOf(phone, vote, keyOf(household), household)),
    );
    const [byPhone, byMeter] = [electors.slice(0, electorCount), electors.slice(electorCount)];

    const visits = makeVisits(phone, stack, vote);
    const plans = byPhone.flatMap((elector, i) => {
      const neighbour = byPhone[(i + 1) % byPhone.length] ?? elector;
      const first = i % 10 === 2 ? visits.twiceAtOnce : visits.cast;
      return [
        ...(i % 20 === 3 ? [() => visits.foreign(elector, neighbour)] : []),
        () => first(elector),
        ...(i % 10 === 1 ? [() => visits.cast(elector)] : []),
        ...(i % 25 === 5 ? [() => visits.again(elector)] : []),
        ...(i % 50 === 4 ? [() => visits.rivals(elector)] : []),
        ...(i % 50 === 6 ? [() => visits.otherContent(elector)] : []),
        ...(elector.isShared ? [() => visits.coOwner(elector)] : []),
      ].map((visit) => ({ elector, visit }));
    });

    // Visits come in any order, those of one elector one after the other.
    const waiting = new Map(byPhone.map((elector) => [elector, plans.filter((plan) => plan.elector === elector)]));
    const busy = new Map<Elector, Promise<void>>();
    const casts: Cast[] = [];
    const visitOf = (elector: Elector): Promise<void> => {
      const next = (busy.get(elector) ?? Promise.resolve()).then(async () => {
        const plan = waiting.get(elector)?.shift();
        if (plan !== undefined) casts.push(...(await plan.visit()));
      });
      busy.set(elector, next);
      return next;
    };

    let visited = 0;
    const castAll = async () => {
      const startedAt = performance.now();
      await inTurn(shuffled(plans), atOnce, async ({ elector }) => {
        visited += 1;
        if (visited === Math.floor(plans.length * untilClose))
          await stack.clock.moveTo(new Date(closesAt.getTime() - justBeforeMs));
        if (visited === Math.floor(plans.length * untilSweep))
          await stack.clock.moveTo(new Date(closesAt.getTime() + graceMs - justBeforeMs));
        await visitOf(elector);
      });
      return casts.length / ((performance.now() - startedAt) / 1000);
    };
    const sweepAll = async () => {
      for (const givenUpAt = performance.now() + patienceMs; ; ) {
        const { state } = (await stores.votes.find(voteId)) ?? {};
        if (state === 'counted') return;
        if (performance.now() > givenUpAt) throw new Error(`the vote is still ${state}`);
        await Promise.all([stack.run('hallSweep'), stack.run('hallSweep')]);
        await wait(betweenSweepsMs);
      }
    };
    const metered = meteredCasting(stack);
    let meteredBallots = 0;
    const meterAll = () =>
      inTurn(households.slice(electorCount).entries(), 1, async ([i, { people }]) => {
        const elector = byMeter[i];
        const [personId] = people;
        if (elector === undefined || personId === undefined) return;
        const castAs = async (by: PersonId) => {
          const body = aBallot(elector);
          const now = stack.clock.now();
          const receipt = await metered.cast(by, voteId, body, now);
          meteredBallots += 1;
          const sentAt = now.getTime();
          elector.stands = { body, sentAt, answeredAt: sentAt, code: '', receipt, whenInTime: '', whenLate: '' };
        };
        await castAs(personId);
        if (i % 10 === 1) await castAs(personId);
      });
    const [rate] = await Promise.all([castAll(), sweepAll(), meterAll()]);
    const consumed = metered.take();

    // Every answer is the one that its time allows.
    const isLate = ({ sentAt }: Cast) => sentAt >= closesAt.getTime() + heardAfterMs;
    const isInTime = ({ answeredAt }: Cast) => answeredAt < closesAt.getTime();
    const mayBe = (cast: Cast) => [
      ...(isLate(cast) ? [] : [cast.whenInTime]),
      ...(isInTime(cast) ? [] : [cast.whenLate]),
    ];
    expect(casts.filter((cast) => !mayBe(cast).includes(cast.code))).toEqual([]);
    const late = casts.filter(isLate);
    const [acknowledged, refusedLate] = [
      casts.filter(({ code }) => code === ''),
      late.filter(({ code }) => code === 'vote.over'),
    ];
    expect(refusedLate.length).toBeGreaterThan(late.length / 2);

    const standing = electors.flatMap(({ slot, tokens, stands }) =>
      stands === undefined ? [] : [{ slot, tokens, ...stands }],
    );
    const { version, progress } = (await phone.call(voteRoutes.getVote, '', { params })).body;
    const published = await phone.call(voteRoutes.publishResult, await phone.signIn(staff, true), {
      params,
      body: { id: `act_${newTail()}`, version },
    });
    expect(published.code).toBe('');
    const file = await (await fetch(`${stack.url}/v1/votes/${voteId}/pack`)).text();
    const pack = z.parse(VotePack, JSON.parse(file));

    // What was acknowledged last of each elector is what the pack holds of them, and it holds nothing else.
    const told = standing.map(({ slot, receipt: { leaf, castAt, seq } }) => [slot, leaf, castAt, seq]);
    const held = pack.ballots.flatMap((ballot) => {
      if (!('choice' in ballot && 'slot' in ballot)) return [];
      const leaf = ballotLeaf('named', voteId, { ...ballot, ballot: '' }, sha256);
      return [[ballot.slot, leaf, ballot.castAt, ballot.seq]];
    });
    expect(held.toSorted()).toEqual(told.toSorted());
    expect(pack.ballots.filter((ballot) => !('castAt' in ballot) || ballot.castAt >= closesAt.toISOString())).toEqual(
      [],
    );
    const recounted = countVote(
      vote.ruleSet,
      vote.question,
      pack.roll,
      standing.map(({ slot, body, receipt }) => ({ slot, choice: body.choice, channel: 'online', seq: receipt.seq })),
    );
    expect(pack.result).toEqual(recounted);
    expect(published.body.result).toEqual(recounted);
    expect(recounted.participating.heads).toBe(standing.length);
    expect(progress?.participating.heads).toBe(standing.length);
    const [last] = pack.heads.slice(-1);
    for (const { slot, tokens, receipt } of shuffled(standing.slice(0, electorCount)).slice(0, receiptsRead)) {
      const { body } = await phone.call(voteRoutes.getReceipt, tokens[0] ?? '', { params, query: { slot } });
      const { proof, ...same } = body;
      expect(same).toEqual(receipt);
      expect(proof?.root).toBe(last?.root);
      expect(proof && verifyInclusion({ ...proof, leaf: same.leaf, proof: proof.path }, sha256)).toBe(true);
    }
    const [one] = standing;
    const { voteId: of = '', leaf = '', code = '' } = one?.receipt ?? {};
    expect(await verified(file, { vote: of, leaf, code })).toContain('可信：全部相符');
    const perBallot = (consumed.write + consumed.indexWrite) / meteredBallots;
    expect(perBallot).toBe(1);
    console.log(
      `ballots cast ${casts.length + meteredBallots}, acknowledged ${acknowledged.length + meteredBallots}, refused after close ${refusedLate.length}, ` +
        `write units per ballot ${perBallot} (budget 1); ${standing.length} electors counted, ${Math.round(rate)} requests a second`,
    );
  },
  2 * patienceMs,
);
