import type { DutyLine } from '../places/contract.ts';
import type { DutyChange, DutyTerms, NegativeChange } from './edit-routes.ts';
import type { NegativeRule } from './negative.ts';
import type { DutyList, LineChanged, RuleChanged } from './routes.ts';

type Lists = Omit<DutyList, 'version'>;
type Edit = { changes: readonly DutyChange[]; negative: readonly NegativeChange[] };
type Edited = Lists & { changed: LineChanged[]; changedNegative: RuleChanged[] };

/** What says nothing is left out, so that two ways of writing the same line are the same. */
const plainTerms = ({ stages = [], filing, ...terms }: DutyTerms): DutyTerms => ({
  ...terms,
  ...(stages.length === 0 ? {} : { stages }),
  ...(filing === 'onTheSpot' ? { filing } : {}),
});

/** By content whatever the order of the keys: a store may give them back in another. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
};

const differences = <Key extends string, Value>(
  before: ReadonlyMap<Key, Value>,
  after: ReadonlyMap<Key, Value>,
  keys: readonly Key[],
) =>
  keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (isSame(was, is)) return [];
    return [
      { key, sides: { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) } },
    ];
  });

const applied = <Key extends string, Value>(before: ReadonlyMap<Key, Value>, edits: readonly [Key, Value | null][]) => {
  const after = new Map(before);
  for (const [key, value] of edits) {
    if (value === null) after.delete(key);
    else after.set(key, value);
  }
  return after;
};

/**
 * A list after an edit, lines in the order of their codes, and what really changed: an edit that says what already stands changes
 * nothing. Striking what is not there does nothing.
 */
export const applyEdit = (base: Lists, { changes, negative }: Edit): Edited => {
  const lines = new Map(base.lines.map((line): [string, DutyLine] => [line.categoryCode, line]));
  const rules = new Map(base.negative.map((rule): [string, NegativeRule] => [rule.id, rule]));
  const nextLines = applied(
    lines,
    changes.map(({ categoryCode, line }) => [categoryCode, line && { categoryCode, ...plainTerms(line) }]),
  );
  const nextRules = applied(
    rules,
    negative.map(({ id, rule }) => [id, rule && { id, ...rule }]),
  );
  const codes = changes.map(({ categoryCode }) => categoryCode);
  const ids = negative.map(({ id }) => id);
  return {
    lines: [...nextLines.values()].sort((a, b) => (a.categoryCode < b.categoryCode ? -1 : 1)),
    negative: [...nextRules.values()],
    changed: differences(lines, nextLines, codes).map(({ key, sides }) => ({ categoryCode: key, ...sides })),
    changedNegative: differences(rules, nextRules, ids).map(({ key, sides }) => ({ id: key, ...sides })),
  };
};

/** What makes one list of another: whatever is not in `after` is struck. */
export const editBetween = (before: Lists, after: Lists): { changes: DutyChange[]; negative: NegativeChange[] } => ({
  changes: [
    ...after.lines.map(({ categoryCode, ...line }) => ({ categoryCode, line })),
    ...before.lines
      .filter(({ categoryCode }) => !after.lines.some((line) => line.categoryCode === categoryCode))
      .map(({ categoryCode }) => ({ categoryCode, line: null })),
  ],
  negative: [
    ...after.negative.map(({ id, ...rule }) => ({ id, rule })),
    ...before.negative
      .filter(({ id }) => !after.negative.some((rule) => rule.id === id))
      .map(({ id }) => ({ id, rule: null })),
  ],
});

/** What is different in `after`, also when several versions lie between the two. */
export const changedBetween = (before: Lists, after: Lists): Pick<Edited, 'changed' | 'changedNegative'> => {
  const { changed, changedNegative } = applyEdit(before, editBetween(before, after));
  return { changed, changedNegative };
};
