import { type Choice, checkChoice } from '@suishoupai/shared/votes/choice';
import { optionWords } from '@suishoupai/shared/votes/labels';
import { isMotion, type Question } from '@suishoupai/shared/votes/question';

/** A ballot being filled in, by whatever method. */
export type Draft = {
  isAbstaining: boolean;
  /** The options picked, in the order in which they were picked: of a ranking, best first. */
  picked: readonly string[];
  /** Points by option, for scores and budgets. */
  points: Readonly<Record<string, number>>;
};

export const blank: Draft = { isAbstaining: false, picked: [], points: {} };

/** A ballot that was cast, to begin a change with. */
export const draftOf = (choice: Choice): Draft => {
  if ('abstain' in choice) return { ...blank, isAbstaining: true };
  if ('option' in choice) return { ...blank, picked: [choice.option] };
  if ('options' in choice) return { ...blank, picked: choice.options };
  if ('ranking' in choice) return { ...blank, picked: choice.ranking };
  return { ...blank, points: 'scores' in choice ? choice.scores : choice.amounts };
};

export const abstaining: Draft = { ...blank, isAbstaining: true };

/** One of several instead of another; of several methods in or out. */
export const picked = ({ method }: Question, { picked: before }: Draft, id: string): Draft => {
  if (method === 'single') return { ...blank, picked: [id] };
  return { ...blank, picked: before.includes(id) ? before.filter((each) => each !== id) : [...before, id] };
};

/** One place up (-1) or down (1); at the ends nothing moves. */
export const moved = (draft: Draft, id: string, by: -1 | 1): Draft => {
  const at = draft.picked.indexOf(id);
  const other = draft.picked[at + by];
  if (at < 0 || other === undefined) return draft;
  return { ...draft, picked: draft.picked.map((each) => (each === id ? other : each === other ? id : each)) };
};

export const withPoints = ({ points }: Draft, id: string, value: number): Draft => ({
  ...blank,
  points: { ...points, [id]: Math.max(0, value) },
});

const sumOf = (points: Draft['points']): number => Object.values(points).reduce((sum, value) => sum + value, 0);

/** What of the allotment is not given yet. */
export const leftOf = ({ allotment }: Question & { method: 'budget' }, { points }: Draft): number =>
  allotment - sumOf(points);

/** The ballot as it would be cast, right or not; undefined while nothing is filled in. */
const choiceOf = ({ method }: Question, { isAbstaining, picked: names, points }: Draft): Choice | undefined => {
  if (isAbstaining) return { abstain: true };
  const [first] = names;
  switch (method) {
    case 'single':
      return first === undefined ? undefined : { option: first };
    case 'multiple':
      return first === undefined ? undefined : { options: [...names] };
    case 'ranked':
      return first === undefined ? undefined : { ranking: [...names] };
    case 'scored':
      return Object.keys(points).length === 0 ? undefined : { scores: points };
    case 'budget':
      return sumOf(points) === 0
        ? undefined
        : { amounts: Object.fromEntries(Object.entries(points).filter(([, value]) => value > 0)) };
    default:
      return method satisfies never;
  }
};

/** A choice that may be cast, or what it still needs, to be said on the button. */
export const readyChoice = (question: Question, draft: Draft): { choice: Choice } | { missing: string } => {
  const choice = choiceOf(question, draft);
  if (choice === undefined) return { missing: '请先选好' };
  const problem = checkChoice(question, choice);
  return problem === undefined ? { choice } : { missing: problem.message };
};

/** How the ballot is to be filled in, where the options alone do not say it. */
export const fillWords = (question: Question): string | undefined => {
  switch (question.method) {
    case 'multiple': {
      const { min, max } = question;
      return min === max ? `选 ${max} 项` : `可以选 ${min} 到 ${max} 项`;
    }
    case 'ranked': {
      const { min, max } = question;
      const many = min === max ? `排 ${max} 项` : `排 ${min} 到 ${max} 项`;
      return `最想要的先点，第二想要的再点，${many}`;
    }
    case 'scored':
      return `每项 0 到 ${question.maxScore} 分，没有打的算 0 分`;
    default:
      return undefined;
  }
};

/** The number keeps its unit beside it, wherever the line breaks. */
const scoreLine = (words: string, points: number): string => `${words}：${points}\u00a0分`;

/** A choice read back, a line each: what would be said across a counter. */
export const readBack = (question: Question, choice: Choice): string[] => {
  const name = (id: string) => optionWords(question, id);
  if ('abstain' in choice) return ['弃权：算参与，不支持任何选项'];
  if ('option' in choice) return [name(choice.option)];
  if ('options' in choice) return choice.options.map(name);
  if ('ranking' in choice) return choice.ranking.map((id, index) => `第 ${index + 1}：${name(id)}`);
  if ('scores' in choice) return question.options.map(({ id, text }) => scoreLine(text, choice.scores[id] ?? 0));
  const points = choice.amounts;
  return Object.entries(points).map(([id, value]) => scoreLine(name(id), value));
};

/** In a word or two, for buttons: 「同意」, 「弃权」, 「3 项」. */
export const shortWords = (question: Question, choice: Choice): string => {
  if ('abstain' in choice) return '弃权';
  if ('option' in choice) {
    const words = optionWords(question, choice.option);
    return isMotion(question) || words.length <= 10 ? words : `${words.slice(0, 9)}…`;
  }
  if ('options' in choice) return `选的 ${choice.options.length} 项`;
  if ('ranking' in choice) return `排好的 ${choice.ranking.length} 项`;
  return 'scores' in choice ? '打好的分' : '分好的预算';
};
