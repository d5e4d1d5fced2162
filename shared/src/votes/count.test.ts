import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCases } from './count.cases.ts';
import { type Cast, countVote } from './count.ts';
import type { Question } from './question.ts';
import { applyTransfers } from './roll.ts';
import { type RuleSet, withSettings } from './rule-set.ts';
import { ruleSets } from './rule-sets.ts';
import { electorsOf, no, owners, people, yes } from './test/electors.ts';
import { budget, motion, pickOne, pickSome, rank, score } from './test/questions.ts';

fc.configureGlobal({ seed: 20260617 });

/** `id` or `id@version`. */
const rules = (name: string): RuleSet => {
  const [id, version] = name.split('@');
  const found = ruleSets.find((one) => one.id === id && (version === undefined || one.version === Number(version)));
  if (found === undefined) throw new Error(`no rule set ${name}`);
  return found;
};

describe('手工算过的例子', () => {
  test.each(countCases.map(([name, ...rest]) => [name, rest] as const))(
    '%s',
    (_, [ruleName, question, groups, expected]) => {
      const { slots, ballots } = electorsOf(groups);
      const result = countVote(rules(ruleName), question, slots, ballots);
      const [first] = result.options;
      const failed = [...result.tests, ...(first?.tests ?? [])].filter(({ passed }) => !passed).map(({ id }) => id);
      const { participating, abstained, rounds = [] } = result;
      const found = {
        ...result,
        cast: [participating.heads, participating.area],
        paper: participating.paper,
        abstained: [abstained.heads, abstained.area],
        first: [first?.heads, first?.area],
        points: result.options.map((option) => option.points),
        eliminated: rounds.flatMap(({ eliminated }) => (eliminated === undefined ? [] : [eliminated])),
        exhausted: rounds.map(({ exhausted }) => exhausted),
        failed,
      };
      expect(found).toMatchObject(expected);
      expect(participating.online + participating.paper).toBe(participating.heads);
    },
  );

  test('每一套规则都有例子', () => {
    const used = new Set(countCases.map(([, name]) => rules(name)));
    expect(ruleSets.filter((one) => !used.has(one)).map(({ id }) => id)).toEqual([]);
    expect(countCases.length).toBeGreaterThanOrEqual(60);
  });
});

describe('规则与名册', () => {
  test('自己设定的门槛按设定算，依据跟着走', () => {
    const twoThirds = { share: { numerator: 2, denominator: 3 }, kind: 'atLeast' } as const;
    const set = withSettings(rules('residents-meeting@2'), {
      source: '议事规则第三条',
      tests: { 'turnout-heads': twoThirds },
    });
    const six = electorsOf([people(6, yes), people(4)]);
    const seven = electorsOf([people(7, yes), people(3)]);
    expect(countVote(set, motion, six.slots, six.ballots).outcome).toBe('notQuorate');
    const { outcome, tests } = countVote(set, motion, seven.slots, seven.ballots);
    expect(outcome).toBe('passed');
    expect(set.basis.find(({ id }) => id === tests[0]?.basis)?.source).toBe('议事规则第三条');
  });

  test('卖房：没投票的卖方，票归买方', () => {
    const { slots, ballots } = electorsOf([owners(1, 100_00, yes), owners(1, 100_00, no), owners(1, 100_00)]);
    const at = '2026-03-01T00:00:00.000Z';
    const after = applyTransfers(slots, [{ seq: 1, at, unit: '3-1', from: 's3', to: 's1' }]);
    const result = countVote(rules('owners-ordinary'), motion, after, ballots);
    expect(result.eligible).toEqual({ heads: 2, area: 300_00 });
    expect(result.options[0]).toMatchObject({ heads: 1, area: 200_00 });
    expect(result.outcome).toBe('rejected');
  });

  test.each([
    ['不在名册里的票', [{ slot: 's9', choice: yes }]],
    ['不在选项里的票', [{ slot: 's1', choice: { option: 'maybe' } }]],
    ['填错方式的票', [{ slot: 's1', choice: { ranking: ['approve'] } }]],
  ])('%s不该进来，来了就停', (_, casts) => {
    const { slots } = electorsOf([people(2)]);
    const ballots = casts.map((cast) => ({ ...cast, channel: 'online', seq: 1 }) as const);
    expect(() => countVote(rules('consultation'), motion, slots, ballots)).toThrow(RangeError);
  });

  test('规则不允许的方式不算', () => {
    const { slots } = electorsOf([owners(2, 100_00)]);
    expect(() => countVote(rules('owners-ordinary'), rank(), slots, [])).toThrow(RangeError);
  });

  test('卖光了房子的没有票', () => {
    const { slots, ballots } = electorsOf([owners(1, 100_00, yes), owners(1, 100_00, no)]);
    const at = '2026-03-01T00:00:00.000Z';
    const after = applyTransfers(slots, [{ seq: 1, at, unit: '1-1', from: 's1', to: 's2' }]);
    expect(() => countVote(rules('owners-ordinary'), motion, after, ballots)).toThrow(RangeError);
  });
});

const questions: readonly (readonly [string, Question])[] = [
  ['owners-ordinary', motion],
  ['owners-major', motion],
  ['owners-ordinary', pickSome(2)],
  ['consultation', pickOne],
  ['consultation', rank('abcd')],
  ['consultation', score(2)],
  ['budget-wish', budget(100_00, 60_00, 50_00, 40_00)],
];

/** Some choice that the question allows, made of two whole numbers. */
const choiceOf = ({ method, options }: Question, left: number, right: number): Cast['choice'] => {
  const ids = options.map(({ id }) => id);
  const from = left % ids.length;
  const turned = [...ids.slice(from), ...ids.slice(0, from)];
  if (right === 0) return { abstain: true };
  if (method === 'single') return { option: ids[from] ?? '' };
  const taken = turned.slice(0, 1 + (right % ids.length));
  if (method === 'multiple') return { options: taken };
  if (method === 'ranked') return { ranking: taken };
  if (method === 'scored') return { scores: Object.fromEntries(taken.map((id, at) => [id, (left + at) % 6])) };
  return { amounts: Object.fromEntries(taken.map((id) => [id, 1 + (left % 2)])) };
};

const anyVote = fc
  .record({
    kind: fc.nat({ max: questions.length - 1 }),
    areas: fc.array(fc.array(fc.integer({ min: 1, max: 200_00 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 12,
    }),
    says: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 20 }), fc.nat({ max: 4 }), fc.boolean()), {
      maxLength: 25,
    }),
  })
  .map(({ kind, areas, says }) => {
    const [name, question] = questions[kind] ?? ['consultation', motion];
    const { slots } = electorsOf(areas.map((units) => ({ n: 1, areas: units, kind: 'owners' })));
    const ballots = says.flatMap(([slot, left, right, isPaper], at): Cast[] =>
      slot < slots.length
        ? [
            {
              slot: `s${slot + 1}`,
              choice: choiceOf(question, left, right),
              channel: isPaper ? 'paper' : 'online',
              seq: at + 1,
            },
          ]
        : [],
    );
    return { ruleSet: rules(name), question, slots, ballots };
  });

describe('任何表决', () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

  test('票和名册的先后不影响结果', () => {
    const mixed = anyVote.chain((vote) => fc.tuple(fc.constant(vote), shuffled(vote.slots), shuffled(vote.ballots)));
    fc.assert(
      fc.property(mixed, ([{ ruleSet, question, slots, ballots }, otherSlots, otherBallots]) => {
        const expected = countVote(ruleSet, question, slots, ballots);
        expect(countVote(ruleSet, question, otherSlots, otherBallots)).toEqual(expected);
      }),
    );
  });

  test('分几份拼起来数，结果一样', () => {
    fc.assert(
      fc.property(anyVote, fc.nat(), ({ ruleSet, question, slots, ballots }, cut) => {
        const at = ballots.length === 0 ? 0 : cut % ballots.length;
        const files = [ballots.slice(at), ballots.slice(0, at)];
        expect(countVote(ruleSet, question, slots, files.flat())).toEqual(countVote(ruleSet, question, slots, ballots));
      }),
    );
  });

  test('改投只算最后一次：以前投过什么不影响结果', () => {
    fc.assert(
      fc.property(anyVote, fc.nat({ max: 20 }), ({ ruleSet, question, slots, ballots }, left) => {
        const last = ballots.filter(
          ({ slot, seq }) => !ballots.some((other) => other.slot === slot && other.seq > seq),
        );
        const earlier = last.map((ballot) => ({ ...ballot, seq: 0, choice: choiceOf(question, left, 1) }));
        const expected = countVote(ruleSet, question, slots, last);
        expect(countVote(ruleSet, question, slots, ballots)).toEqual(expected);
        expect(countVote(ruleSet, question, slots, [...last, ...earlier])).toEqual(expected);
      }),
    );
  });

  test('多一张弃权不会让任何人过线', () => {
    fc.assert(
      fc.property(anyVote, ({ ruleSet, question, slots, ballots }) => {
        fc.pre(question.method === 'single' || question.method === 'multiple');
        const voters = new Set(ballots.map(({ slot }) => slot));
        const rest = slots.filter(({ slot }) => !voters.has(slot));
        const extra = rest
          .slice(0, 1)
          .map(({ slot }): Cast => ({ slot, choice: { abstain: true }, channel: 'online', seq: 1 }));
        const before = countVote(ruleSet, question, slots, ballots);
        const after = countVote(ruleSet, question, slots, [...ballots, ...extra]);
        for (const [at, option] of after.options.entries()) {
          expect(before.options[at]?.passed || !option.passed).toBe(true);
        }
      }),
    );
  });
});
