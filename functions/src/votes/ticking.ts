import { hourMs } from '@suishoupai/shared/time/units';
import { countVote } from '@suishoupai/shared/votes/count';
import { progressOf } from '@suishoupai/shared/votes/progress';
import type { BoxStore } from './box-store.ts';
import { ballotsOf, isLoggedEarly, type makeLogging } from './counting.ts';
import type { LogStore } from './log-store.ts';
import { type SlotRecord, seqOf, type VoteRecord } from './record.ts';
import { boxOf, rollOf } from './rolls.ts';

type Deps = {
  box: Pick<BoxStore, 'slots'>;
  log: Pick<LogStore, 'newestHeads'>;
  keepTurnout: ReturnType<typeof makeTurnout>;
  addHead: ReturnType<typeof makeLogging>;
};

/** Heads that nobody can read for their number prove little; one an hour is enough to hold the service to. */
const headEveryMs = hourMs;

const progressAt = (vote: VoteRecord, slots: readonly SlotRecord[], at: string) => {
  const [roll, ballots] = [rollOf(slots), ballotsOf(slots)];
  const { heads, area, turnout, buildings } = progressOf(vote.ruleSet, roll, ballots);
  const hasArea = vote.ruleSet.dimensions.includes('area');
  const measure = (count: number, size: number) => ({ heads: count, area: hasArea ? size : 0 });
  const isOpenBallot = vote.secrecy === 'open';
  const options = isOpenBallot ? countVote(vote.ruleSet, vote.question, roll, ballots).options : [];
  return {
    at,
    eligible: measure(heads.all, area.all),
    participating: measure(heads.voted, area.voted),
    tests: turnout.map(({ id, dimension, part, whole, missing }) => ({
      id,
      dimension,
      part,
      needed: part + missing,
      whole,
      isMet: missing === 0,
    })),
    buildings: buildings
      .toSorted((a, b) => a.building.localeCompare(b.building, 'zh-CN', { numeric: true }))
      .map((each) => ({
        building: each.building,
        eligible: measure(each.units, each.area),
        participating: measure(each.voted, each.votedArea),
      })),
    ...(isOpenBallot
      ? { options: options.map(({ id, heads: count, area: size }) => ({ id, heads: count, area: size })) }
      : {}),
  };
};

/** Keeps how far the turnout of a vote is, for its page. */
export const makeTurnout =
  ({ log }: { log: Pick<LogStore, 'keepProgress'> }) =>
  (vote: VoteRecord, slots: readonly SlotRecord[], now: Date): Promise<void> =>
    log.keepProgress(vote.id, progressAt(vote, slots, now.toISOString()));

/** What the sweep does with an open vote: how far the turnout is, and where the form of ballots allows it a signed head over the new ones. */
export const makeTicking =
  ({ box, log, keepTurnout, addHead }: Deps) =>
  async (vote: VoteRecord, now: Date): Promise<void> => {
    const place = boxOf(vote);
    if (place === undefined) return;
    const slots = await box.slots(place, false);
    await keepTurnout(vote, slots, now);
    if (!isLoggedEarly(vote)) return;
    const [newest] = await log.newestHeads(vote.id, 1);
    const isNew = slots.reduce((sum, slot) => sum + seqOf(slot), 0) > (newest?.size ?? 0);
    const isTime = newest === undefined || Date.parse(newest.at) + headEveryMs <= now.getTime();
    if (isNew && isTime) await addHead(vote, slots, 'sweep', now);
  };
