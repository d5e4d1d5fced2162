import type { Vote } from '@suishoupai/shared/votes/contract';
import { amountWords, dimensionWords, headsUnit, shareMark } from '@suishoupai/shared/votes/labels';
import { percentWords } from '../percent.ts';

type Turnout = Pick<Vote, 'progress' | 'result' | 'ruleSet' | 'electorate'>;

export type TurnoutBar = {
  id: string;
  label: string;
  value: string;
  part: number;
  whole: number;
  mark?: { at: number; text: string } | undefined;
  isMet: boolean;
};

/** How far it is on each dimension that has a threshold, or by heads alone where there is none; empty while nothing is known. */
export const turnoutBars = (vote: Turnout): TurnoutBar[] => {
  const { progress, result, ruleSet } = vote;
  const unit = headsUnit(vote);
  const bar = (id: string, dimension: 'heads' | 'area', part: number, whole: number, isMet: boolean): TurnoutBar => {
    const test = ruleSet.turnout.find((each) => each.id === id);
    const share = test && { at: (whole * test.share.numerator) / test.share.denominator, text: shareMark(test) };
    return {
      id,
      label: dimensionWords(dimension, unit),
      value: percentWords(part, whole),
      part,
      whole,
      mark: share,
      isMet,
    };
  };
  const source = result?.participating ?? progress?.participating;
  const whole = result?.eligible ?? progress?.eligible;
  if (source === undefined || whole === undefined) return [];
  const tests = result?.tests.map(({ passed, ...test }) => ({ ...test, isMet: passed })) ?? progress?.tests ?? [];
  if (tests.length === 0) return [bar('heads', 'heads', source.heads, whole.heads, false)];
  return tests.map(({ id, dimension, part, whole: all, isMet }) => bar(id, dimension, part, all, isMet));
};

/** 「面积还差 412.50 ㎡，主要在 3 栋」; undefined where nothing is needed or known. */
export const missingWords = (vote: Turnout): string | undefined => {
  const { progress } = vote;
  if (progress === undefined || progress.tests.length === 0) return undefined;
  const unmet = progress.tests.filter(({ isMet }) => !isMet);
  if (unmet.length === 0) return '参与已经够数。没投的还可以投，结果以截止时为准。';
  const unit = headsUnit(vote);
  const gaps = unmet.map(
    ({ dimension, needed, part }) =>
      `${dimensionWords(dimension, unit)}还差 ${amountWords(dimension, Math.max(0, needed - part), unit)}`,
  );
  const byArea = unmet.some(({ dimension }) => dimension === 'area');
  const lack = ({ eligible, participating }: (typeof progress.buildings)[number]) =>
    byArea ? eligible.area - participating.area : eligible.heads - participating.heads;
  const [worst] = [...progress.buildings].sort((a, b) => lack(b) - lack(a));
  const where =
    worst !== undefined && progress.buildings.length > 1 && lack(worst) > 0
      ? `，主要在 ${buildingWords(worst.building)}`
      : '';
  return `${gaps.join('，')}${where}。`;
};

/** 「3 栋」; a building that is a name stays one. */
export const buildingWords = (building: string): string =>
  /^[0-9A-Za-z]+$/.test(building) ? `${building} 栋` : building;
