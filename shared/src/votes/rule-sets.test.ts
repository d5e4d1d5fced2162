import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Electorate } from './roll.ts';
import { type Jurisdiction, questionProblem, RuleSet, unverifiedOf, withSettings } from './rule-set.ts';
import { ruleSetById, ruleSets, ruleSetsFor } from './rule-sets.ts';
import { budget, motion, pickSome, rank } from './test/questions.ts';

const ids = (day: string, electorate: Electorate, jurisdiction?: Jurisdiction) =>
  ruleSetsFor(day, electorate, jurisdiction).map(({ id, version }) => (version === 1 ? id : `${id}@${version}`));
const byId = (id: string, day = '2026-03-01'): RuleSet => {
  const found = ruleSetById(id, day);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('规则是数据', () => {
  test.each(ruleSets.map((one) => [`${one.id}@${one.version}`, one] as const))('%s：每条都有出处', (_, ruleSet) => {
    expect(z.parse(RuleSet, ruleSet)).toEqual(ruleSet);
    const known = new Set(ruleSet.basis.map(({ id }) => id));
    const named = [
      ...[...ruleSet.turnout, ...ruleSet.approval, ...ruleSet.notes].map(({ basis }) => basis),
      ...Object.values(ruleSet.basisOf).flatMap((id) => id ?? []),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !named.includes(id))).toEqual([]);
    const tests = [...ruleSet.turnout, ...ruleSet.approval];
    expect(tests.every(({ dimension }) => ruleSet.dimensions.includes(dimension))).toBe(true);
    expect(ruleSet.isAdvisory).toBe(ruleSet.advisoryReason !== undefined);
  });

  test('同一个编号同一天只有一版', () => {
    for (const day of ['2019-01-01', '2021-06-01', '2025-12-31', '2026-01-01', '2030-01-01']) {
      const inForce = ruleSets.filter(
        ({ effectiveFrom, effectiveUntil = '9999-12-31' }) => effectiveFrom <= day && day <= effectiveUntil,
      );
      expect(new Set(inForce.map(({ id }) => id)).size).toBe(inForce.length);
    }
  });
});

describe('哪天用哪套', () => {
  test.each<[string, Electorate, Jurisdiction | undefined, string[]]>([
    ['2026-03-01', 'owners', undefined, ['owners-ordinary', 'owners-major', 'consultation', 'budget-wish']],
    [
      '2026-03-01',
      'owners',
      'beijing',
      ['beijing-owners-ordinary', 'beijing-owners-major', 'consultation', 'budget-wish'],
    ],
    ['2022-01-01', 'owners', 'beijing', ['owners-ordinary', 'owners-major', 'consultation', 'budget-wish']],
    ['2020-12-31', 'owners', undefined, ['consultation', 'budget-wish']],
    ['2025-12-31', 'residents', 'shanghai', ['residents-meeting', 'consultation', 'budget-wish']],
    ['2026-01-01', 'residents', undefined, ['residents-meeting@2', 'consultation', 'budget-wish']],
    ['2026-01-01', 'households', undefined, ['households-meeting@2', 'consultation', 'budget-wish']],
    ['2025-12-31', 'representatives', undefined, ['representatives-meeting', 'consultation', 'budget-wish']],
  ])('%s %s %s', (day, electorate, jurisdiction, expected) => {
    expect(ids(day, electorate, jurisdiction)).toEqual(expected);
  });

  test('杭州的定期和临时会议，公告天数不同', () => {
    const hangzhou = ruleSetsFor('2026-03-01', 'owners', 'hangzhou').filter(({ jurisdiction }) => jurisdiction);
    expect(hangzhou.map(({ isInterim = false, noticeDays }) => [isInterim, noticeDays])).toEqual([
      [false, 15],
      [false, 15],
      [true, 7],
      [true, 7],
    ]);
  });

  test.each(['2018-12-28', '1999-01-01', '2026-3-1', ''])('%j 没有规则，不猜', (day) => {
    expect(() => ruleSetsFor(day, 'owners')).toThrow(RangeError);
  });

  test('2026 年居民会议的比例没有核实，规则自己说出来', () => {
    expect(unverifiedOf(byId('residents-meeting')).map(({ id }) => id)).toContain('committee-2026-turnout');
    expect(unverifiedOf(byId('owners-major')).map(({ id }) => id)).not.toContain('civil-278-major');
  });

  test('北京只作意向征询，投出不能改', () => {
    expect(byId('beijing-owners-major')).toMatchObject({ isAdvisory: true, changeable: 'final', noticeDays: 15 });
  });
});

describe('能不能这样问', () => {
  test.each([
    ['业主表决同意不同意', 'owners-ordinary', motion, 'owners', true],
    ['业主大会不用排序', 'owners-ordinary', rank(), 'owners', false],
    ['居民不能用业主的规则', 'owners-ordinary', motion, 'residents', false],
    ['名额多于选项', 'consultation', pickSome(9), 'residents', false],
    ['最少多于最多', 'consultation', { ...pickSome(), min: 3, max: 2 }, 'residents', false],
    ['预算用预算的规则', 'budget-wish', budget(1, 1, 1), 'households', true],
    ['预算不用征询的规则', 'consultation', budget(1, 1, 1), 'households', false],
  ] as const)('%s', (_, id, question, electorate, isFine) => {
    expect(questionProblem(byId(id), { ...question }, electorate) === undefined).toBe(isFine);
  });
});

describe('自己设定', () => {
  const share = { numerator: 3, denominator: 5 };

  test('留下出处，再设定一次也都留着', () => {
    const once = withSettings(byId('residents-meeting'), { source: '街道通知', noticeDays: 5 });
    const twice = withSettings(once, { source: '议事规则', tests: { 'approval-heads': { share, kind: 'atLeast' } } });
    expect(twice).toMatchObject({ noticeDays: 5, approval: [{ share, kind: 'atLeast', basis: 'setting-2' }] });
    expect(twice.settings).toEqual([
      { what: 'noticeDays', source: '街道通知' },
      { what: 'approval-heads', source: '议事规则' },
    ]);
    expect(twice.basis.slice(-2).map(({ source }) => source)).toEqual(['街道通知', '议事规则']);
    expect(z.parse(RuleSet, twice)).toEqual(twice);
  });

  test.each([
    ['法定的比例', 'owners-major', { tests: { 'approval-area': { share, kind: 'atLeast' as const } } }],
    ['没有的检验', 'residents-meeting', { tests: { quorum: { share, kind: 'atLeast' as const } } }],
    ['比法律短的公告', 'hangzhou-owners-ordinary', { noticeDays: 14 }],
    ['比法律短的公示', 'hangzhou-owners-ordinary', { publicationDays: 14 }],
  ])('%s，不能设', (_, id, settings) => {
    expect(() => withSettings(byId(id), { source: '某通知', ...settings })).toThrow(RangeError);
  });

  test('比法律长的可以', () => {
    expect(withSettings(byId('hangzhou-owners-ordinary'), { source: '规约', noticeDays: 20 }).noticeDays).toBe(20);
  });
});
