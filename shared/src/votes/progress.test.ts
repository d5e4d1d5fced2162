import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meets } from './count.ts';
import { progressOf } from './progress.ts';
import type { RuleSet } from './rule-set.ts';
import { ruleSetById } from './rule-sets.ts';
import { electorsOf, owners, people, yes } from './test/electors.ts';

fc.configureGlobal({ seed: 20260617 });

const rules = (id: string): RuleSet => {
  const found = ruleSetById(id, '2026-06-17');
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('还差多少', () => {
  test.each([
    ['还差一人和 0.01 平方米', 'owners-ordinary', [owners(3, 133_33, yes), owners(3, 66_67)], [1, 1]],
    ['恰好够', 'owners-ordinary', [owners(4, 100_00, yes), owners(2, 100_00)], [0, 0]],
    ['还没有人投', 'owners-ordinary', [owners(3, 100_00)], [2, 200_00]],
    ['过半数要多一人', 'residents-meeting', [people(5, yes), people(5)], [1]],
    ['意向征询没有门槛', 'consultation', [people(9)], []],
  ] as const)('%s', (_, id, groups, expected) => {
    const { slots, ballots } = electorsOf(groups);
    expect(progressOf(rules(id), slots, ballots).turnout.map(({ missing }) => missing)).toEqual(expected);
  });

  test('补上差的就够，少一点就不够', () => {
    const term = fc.integer({ min: 1, max: 20 });
    const anyTest = fc.record({ numerator: term, denominator: term, isStrict: fc.boolean() });
    fc.assert(
      fc.property(
        anyTest,
        fc.nat({ max: 30 }),
        fc.nat({ max: 60 }),
        ({ numerator, denominator, isStrict }, voted, more) => {
          fc.pre(numerator < denominator && more > 0);
          const share = { numerator, denominator };
          const kind = isStrict ? 'moreThan' : 'atLeast';
          const one = { id: 't', dimension: 'heads', of: 'roll', share, kind, basis: 'x' } as const;
          const { slots, ballots } = electorsOf([people(voted, yes), people(more)]);
          const [standing] = progressOf({ turnout: [one] }, slots, ballots).turnout;
          const missing = standing?.missing ?? -1;
          expect(meets(one, voted + missing, voted + more)).toBe(true);
          if (missing > 0) expect(meets(one, voted + missing - 1, voted + more)).toBe(false);
        },
      ),
    );
  });

  test('按楼栋说，不说是谁', () => {
    const { slots, ballots } = electorsOf([owners(1, 100_00, yes), owners(1, 80_00)]);
    const { heads, area, buildings } = progressOf(rules('owners-ordinary'), slots, ballots);
    expect({ heads, area }).toEqual({ heads: { voted: 1, all: 2 }, area: { voted: 100_00, all: 180_00 } });
    expect(buildings).toEqual([{ building: '1', units: 2, voted: 1, area: 180_00, votedArea: 100_00 }]);
  });
});
