import { type Choice, checkChoice } from '@suishoupai/shared/votes/choice';
import type { Question } from '@suishoupai/shared/votes/question';

/** What the sheet says, as it is being typed. */
export type Marks = { isAbstain: boolean; names: readonly string[]; points: Readonly<Record<string, string>> };

export const noMarks: Marks = { isAbstain: false, names: [], points: {} };

/** One more name, or one less; where one is chosen the new one takes its place. */
export const withName = ({ method }: Question, marks: Marks, id: string): Marks => {
  if (method === 'single') return { ...marks, isAbstain: false, names: [id] };
  const names = marks.names.includes(id) ? marks.names.filter((each) => each !== id) : [...marks.names, id];
  return { ...marks, isAbstain: false, names };
};

const pointsOf = ({ points }: Marks): Record<string, number> =>
  Object.fromEntries(
    Object.entries(points)
      .filter(([, typed]) => typed.trim() !== '')
      .map(([id, typed]) => [id, /^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : -1]),
  );

/** The choice that the marks come to. */
export const choiceOf = (question: Question, marks: Marks): Choice => {
  if (marks.isAbstain) return { abstain: true };
  switch (question.method) {
    case 'single':
      return { option: marks.names[0] ?? '' };
    case 'multiple':
      return { options: [...marks.names] };
    case 'ranked':
      return { ranking: [...marks.names] };
    case 'scored':
      return { scores: pointsOf(marks) };
    case 'budget':
      return { amounts: pointsOf(marks) };
    default:
      return question satisfies never;
  }
};

/** What is wrong with the marks, in words. */
export const marksProblem = (question: Question, marks: Marks): string | undefined => {
  if (!marks.isAbstain && question.method === 'single' && marks.names.length === 0) return '照选票选一项';
  return checkChoice(question, choiceOf(question, marks))?.message;
};

const numbersOf = (units: readonly string[]): number[] => ((units[0] ?? '').match(/\d+/g) ?? []).map(Number);

/** In the order of the doors: building, entrance, room, each as a number. */
export const byDoor = <S extends { units: readonly string[] }>(slots: readonly S[]): S[] =>
  [...slots].sort((a, b) => {
    const [first, second] = [numbersOf(a.units), numbersOf(b.units)];
    const at = first.findIndex((number, i) => number !== second[i]);
    return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
  });
