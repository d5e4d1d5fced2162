import * as z from 'zod/mini';
import { Method, type Question } from './question.ts';
import { Electorate } from './roll.ts';

/** Where a rule stands. `read`: in the text itself; `excerpt`: quoted elsewhere; `unverified`: nobody has checked it, so it may be set. */
export const Basis = z.strictObject({
  id: z.string(),
  law: z.string(),
  article: z.string(),
  text: z.string(),
  source: z.string(),
  verified: z.enum(['read', 'excerpt', 'unverified']),
});
export type Basis = z.output<typeof Basis>;

export const Dimension = z.enum(['heads', 'area']);
export type Dimension = z.output<typeof Dimension>;

const term = z.int().check(z.gte(1), z.lte(1000));
export const Share = z.strictObject({ numerator: term, denominator: term });
export type Share = z.output<typeof Share>;

/** 以上 is `atLeast`, 过半数 is `moreThan` one half. `roll`: of everyone entitled; `participating`: of those who cast, abstentions included. */
export const ShareTest = z.strictObject({
  id: z.string(),
  dimension: Dimension,
  of: z.enum(['roll', 'participating']),
  share: Share,
  kind: z.enum(['atLeast', 'moreThan']),
  basis: z.string(),
});
export type ShareTest = z.output<typeof ShareTest>;

export const Jurisdiction = z.enum(['beijing', 'hangzhou', 'shanghai']);
export type Jurisdiction = z.output<typeof Jurisdiction>;

export const Matter = z.enum(['ordinary', 'major', 'meeting', 'consultation', 'budget']);
export type Matter = z.output<typeof Matter>;

/** A calendar day in China, `YYYY-MM-DD`. */
export const Day = z.iso.date();

const days = z.int().check(z.gte(0), z.lte(366));

/** The rules of one kind of vote as data, each naming its article in `basis`. Days are natural days. */
export const RuleSet = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  version: z.int().check(z.gte(1)),
  title: z.string(),
  matter: Matter,
  /** A meeting called outside the yearly one, where its notice is shorter. */
  isInterim: z.optional(z.boolean()),
  electorates: z.array(Electorate).check(z.minLength(1)),
  methods: z.array(Method).check(z.minLength(1)),
  /** What is counted at all; without `area` every area of a result is 0. */
  dimensions: z.array(Dimension).check(z.minLength(1)),
  effectiveFrom: Day,
  /** The last day. */
  effectiveUntil: z.optional(Day),
  /** Absent: the whole country. */
  jurisdiction: z.optional(Jurisdiction),
  noticeDays: days,
  publicationDays: days,
  /** How long it must and may stay open. */
  votingDays: z.optional(z.strictObject({ min: z.int().check(z.gte(1)), max: z.int().check(z.gte(1)) })),
  /** Within which the result must be posted, counted from close. */
  resultWithin: z.optional(z.strictObject({ amount: z.int().check(z.gte(1)), unit: z.enum(['day', 'workDay']) })),
  changeable: z.enum(['untilClose', 'final']),
  isAdvisory: z.boolean(),
  advisoryReason: z.optional(z.string()),
  turnout: z.array(ShareTest),
  approval: z.array(ShareTest),
  notes: z.array(z.strictObject({ text: z.string(), basis: z.string() })),
  /** Which basis the periods and the changeability rest on. */
  basisOf: z.strictObject({
    notice: z.string(),
    publication: z.string(),
    voting: z.optional(z.string()),
    result: z.optional(z.string()),
    changeable: z.string(),
  }),
  basis: z.array(Basis).check(z.minLength(1)),
  /** What a community set in place of the product's values, and where it has them from. */
  settings: z.optional(z.array(z.strictObject({ what: z.string(), source: z.string() }))),
});
export type RuleSet = z.output<typeof RuleSet>;

/** What of a rule set rests on a basis that nobody has checked: to be said wherever the rule set is shown. */
export const unverifiedOf = ({ basis }: RuleSet): Basis[] => basis.filter(({ verified }) => verified === 'unverified');

/** Why a question cannot be put to an electorate under a rule set, or undefined. */
export const questionProblem = (ruleSet: RuleSet, question: Question, electorate: Electorate): string | undefined => {
  if (!ruleSet.electorates.includes(electorate)) return '这套规则不适用于这些选民';
  if (!ruleSet.methods.includes(question.method)) return '这套规则不能用这种表决方式';
  const most = question.options.length;
  if (question.method === 'multiple' || question.method === 'ranked') {
    if (question.min > question.max) return '至少选的不能多于最多选的';
    if (question.max > most) return '最多选的不能多于选项';
  }
  const seats = question.method === 'multiple' || question.method === 'scored' ? question.seats : undefined;
  return seats !== undefined && seats > most ? '名额不能多于选项' : undefined;
};

export type RuleSettings = {
  /** The document or decision that the values come from. */
  source: string;
  /** By the id of the test. */
  tests?: Record<string, { share: Share; kind: ShareTest['kind'] }>;
  noticeDays?: number;
  publicationDays?: number;
};

/**
 * A rule set with a community's own values, each resting on `source`. Throws RangeError for a test that does not exist, for a threshold
 * that stands in a law that was read, and for a notice or publication shorter than such a law asks.
 */
export const withSettings = (ruleSet: RuleSet, settings: RuleSettings): RuleSet => {
  const { source, tests = {}, noticeDays, publicationDays } = settings;
  const isRead = (id: string) => ruleSet.basis.some((basis) => basis.id === id && basis.verified === 'read');
  const all = [...ruleSet.turnout, ...ruleSet.approval];
  for (const id of Object.keys(tests)) {
    const test = all.find((one) => one.id === id);
    if (test === undefined) throw new RangeError(`no test ${id} in ${ruleSet.id}`);
    if (isRead(test.basis)) throw new RangeError(`${id} of ${ruleSet.id} is law`);
  }
  const isShort = (given: number | undefined, law: number, id: string) =>
    given !== undefined && given < law && isRead(id);
  if (isShort(noticeDays, ruleSet.noticeDays, ruleSet.basisOf.notice))
    throw new RangeError('a notice shorter than the law');
  if (isShort(publicationDays, ruleSet.publicationDays, ruleSet.basisOf.publication)) {
    throw new RangeError('a publication shorter than the law');
  }
  const setBasis = `setting-${(ruleSet.settings?.length ?? 0) + 1}`;
  const applied = (test: ShareTest): ShareTest => {
    const own = Object.entries(tests).find(([id]) => id === test.id)?.[1];
    return own === undefined ? test : { ...test, ...own, basis: setBasis };
  };
  const changed = [
    ...Object.keys(tests),
    ...(noticeDays === undefined ? [] : ['noticeDays']),
    ...(publicationDays === undefined ? [] : ['publicationDays']),
  ];
  return {
    ...ruleSet,
    noticeDays: noticeDays ?? ruleSet.noticeDays,
    publicationDays: publicationDays ?? ruleSet.publicationDays,
    turnout: ruleSet.turnout.map(applied),
    approval: ruleSet.approval.map(applied),
    basisOf: {
      ...ruleSet.basisOf,
      ...(noticeDays === undefined ? {} : { notice: setBasis }),
      ...(publicationDays === undefined ? {} : { publication: setBasis }),
    },
    basis: [
      ...ruleSet.basis,
      { id: setBasis, law: '本社区设定', article: '', text: '本社区按所列依据设定', source, verified: 'unverified' },
    ],
    settings: [...(ruleSet.settings ?? []), ...changed.map((what) => ({ what, source }))],
  };
};
