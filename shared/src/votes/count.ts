import type { Ballot } from './ballot.ts';
import { type Choice, checkChoice } from './choice.ts';
import { isMotion, type Question } from './question.ts';
import { runOff } from './ranked.ts';
import type { OptionResult, Round, TestResult, VoteResult } from './result.ts';
import { areaOf, headsOf, type Slot } from './roll.ts';
import type { RuleSet, ShareTest } from './rule-set.ts';

/** What counting needs of a ballot. */
export type Cast = Pick<Ballot, 'slot' | 'choice' | 'channel' | 'seq'>;

type Weight = { heads: number; area: number };
type Weighed = { choice: Choice; channel: Ballot['channel'] } & Weight;
type Decision = Pick<VoteResult, 'outcome' | 'winners' | 'tied'> & { rounds?: Round[] };

const safe = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError('a count beyond what integers hold');
  return value;
};

const sum = (weights: readonly Weight[]): Weight => ({
  heads: weights.reduce((all, { heads }) => all + heads, 0),
  area: safe(weights.reduce((all, { area }) => all + area, 0)),
});

/** Whether `part` of `whole` meets a share, by integers alone. Of nothing, nothing is ever enough. */
export const meets = ({ share, kind }: Pick<ShareTest, 'share' | 'kind'>, part: number, whole: number): boolean => {
  const left = safe(part * share.denominator);
  const right = safe(whole * share.numerator);
  return whole > 0 && (kind === 'atLeast' ? left >= right : left > right);
};

const tested = (test: ShareTest, parts: Weight, wholes: Weight): TestResult => {
  const part = parts[test.dimension];
  const whole = wholes[test.dimension];
  return { ...test, part, whole, passed: meets(test, part, whole) };
};

const lastOfEach = (ballots: readonly Cast[]): Cast[] => {
  const last = new Map<string, Cast>();
  for (const ballot of ballots) {
    const other = last.get(ballot.slot);
    if (other === undefined || other.seq < ballot.seq) last.set(ballot.slot, ballot);
  }
  return [...last.values()];
};

/** The options that a choice supports, with its points for each. */
const supportOf = (choice: Choice): (readonly [option: string, points: number])[] => {
  if ('abstain' in choice) return [];
  if ('option' in choice) return [[choice.option, 1]];
  if ('options' in choice) return choice.options.map((id) => [id, 1]);
  if ('ranking' in choice) return choice.ranking.map((id) => [id, 1]);
  return Object.entries('scores' in choice ? choice.scores : choice.amounts).filter(([, points]) => points > 0);
};

const optionResult = (id: string, ballots: readonly Weighed[]): OptionResult => {
  const supports = ballots.flatMap(({ choice, heads, area }) =>
    supportOf(choice).flatMap(([option, points]) => (option === id ? [{ heads, area, points: points * heads }] : [])),
  );
  const points = safe(supports.reduce((all, support) => all + support.points, 0));
  return { id, ...sum(supports), points, tests: [], passed: false };
};

const chosen = (winners: string[], tied: string[] = []): Decision => {
  if (tied.length > 0) return { outcome: 'tied', winners, tied };
  return { outcome: winners.length > 0 ? 'chosen' : 'none', winners, tied };
};

type Measure = (option: OptionResult) => readonly number[];

const compare = (measure: Measure) => (a: OptionResult, b: OptionResult) => {
  const [left, right] = [measure(a), measure(b)];
  const at = left.findIndex((value, i) => value !== right[i]);
  return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
};

/** The best `seats` of the options; those who share the last place beyond the seats are tied, and none of them wins. */
const seated = (options: readonly OptionResult[], measure: Measure, seats: number): Decision => {
  const better = compare(measure);
  const ordered = [...options].sort(better);
  const [last, next] = [ordered[seats - 1], ordered[seats]];
  if (last === undefined || next === undefined || better(last, next) !== 0) {
    return chosen(ordered.slice(0, seats).map(({ id }) => id));
  }
  const tied = ordered.filter((option) => better(option, last) === 0).map(({ id }) => id);
  return chosen(
    ordered.slice(0, seats).flatMap(({ id }) => (tied.includes(id) ? [] : [id])),
    tied,
  );
};

const byHeadsThenArea: Measure = ({ heads, area }) => [heads, area];

const funded = (question: Question & { method: 'budget' }, options: readonly OptionResult[]): Decision => {
  const ordered = options.filter(({ points }) => points > 0).sort(compare(({ points, heads }) => [points, heads]));
  let left = question.budgetFen;
  return chosen(
    ordered.flatMap(({ id }) => {
      const cost = question.options.find((option) => option.id === id)?.costFen ?? 0;
      if (cost > left) return [];
      left -= cost;
      return [id];
    }),
  );
};

const decide = (question: Question, options: readonly OptionResult[], ballots: readonly Weighed[]): Decision => {
  const passed = options.filter((option) => option.passed);
  switch (question.method) {
    case 'single':
      if (isMotion(question)) {
        const isApproved = passed.some(({ id }) => id === 'approve');
        return { outcome: isApproved ? 'passed' : 'rejected', winners: isApproved ? ['approve'] : [], tied: [] };
      }
      return seated(passed, byHeadsThenArea, 1);
    case 'multiple':
      return seated(passed, byHeadsThenArea, question.seats ?? passed.length);
    case 'ranked': {
      const rankings = ballots.flatMap(({ choice, heads }) =>
        'ranking' in choice ? [{ ranking: choice.ranking, heads }] : [],
      );
      const { rounds, winners, tied } = runOff(
        question.options.map(({ id }) => id),
        rankings,
      );
      return { ...chosen(winners, tied), rounds };
    }
    case 'scored':
      return seated(
        options.filter(({ points }) => points > 0),
        ({ points }) => [points],
        question.seats ?? 1,
      );
    case 'budget':
      return funded(question, options);
    default:
      return question satisfies never;
  }
};

const weigh = (ruleSet: RuleSet, question: Question, slots: readonly Slot[], ballots: readonly Cast[]): Weighed[] => {
  const bySlot = new Map(slots.map((slot) => [slot.slot, slot]));
  return lastOfEach(ballots).map(({ slot: id, choice, channel }) => {
    const slot = bySlot.get(id);
    if (slot === undefined || headsOf(slot) === 0) throw new RangeError(`a ballot of ${id}, which has no vote`);
    const problem = checkChoice(question, choice);
    if (problem !== undefined) throw new RangeError(`the ballot of ${id}: ${problem.field} ${problem.rule}`);
    return { choice, channel, ...weightOf(ruleSet, slot) };
  });
};

const weightOf = ({ dimensions }: RuleSet, slot: Slot): Weight => ({
  heads: headsOf(slot),
  area: dimensions.includes('area') ? areaOf(slot) : 0,
});

/** Approval of a motion is asked of `approve` alone; of other questions that name options, of each. */
const approvalOf = (
  ruleSet: RuleSet,
  question: Question,
  option: OptionResult,
  participating: Weight,
): OptionResult => {
  if (question.method !== 'single' && question.method !== 'multiple') return option;
  if (isMotion(question) && option.id !== 'approve') return option;
  const tests = ruleSet.approval.map((test) => tested(test, option, participating));
  return { ...option, tests, passed: option.heads > 0 && tests.every(({ passed }) => passed) };
};

/**
 * The result of a vote. `slots`: the roll after its sales. Of several ballots of one slot the highest `seq` counts. An abstention takes
 * part and supports nothing. The order of slots and ballots never matters. Throws RangeError for what must not have been let in: a
 * method that the rule set does not allow, a ballot without a vote, a choice that breaks the question.
 */
export const countVote = (
  ruleSet: RuleSet,
  question: Question,
  slots: readonly Slot[],
  ballots: readonly Cast[],
): VoteResult => {
  if (!ruleSet.methods.includes(question.method))
    throw new RangeError(`${ruleSet.id} does not allow ${question.method}`);
  const weighed = weigh(ruleSet, question, slots, ballots);
  const eligible = sum(slots.map((slot) => weightOf(ruleSet, slot)));
  const participating = sum(weighed);
  const tests = ruleSet.turnout.map((test) => tested(test, participating, eligible));
  const isQuorate = tests.every(({ passed }) => passed);
  const options = question.options.map(({ id }) =>
    approvalOf(ruleSet, question, optionResult(id, weighed), participating),
  );
  const decision: Decision = isQuorate
    ? decide(question, options, weighed)
    : { outcome: 'notQuorate', winners: [], tied: [] };
  const isByTests = question.method === 'single' || question.method === 'multiple';
  const heads = (channel: Ballot['channel']) => sum(weighed.filter((ballot) => ballot.channel === channel)).heads;
  return {
    eligible,
    participating: { ...participating, online: heads('online'), paper: heads('paper') },
    abstained: sum(weighed.filter(({ choice }) => 'abstain' in choice)),
    tests,
    isQuorate,
    options: isByTests
      ? options
      : options.map((option) => ({ ...option, passed: decision.winners.includes(option.id) })),
    ...decision,
  };
};
