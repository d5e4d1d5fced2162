import type { RuleSet, ShareTest } from '../rule-set.ts';
import { type ArticleId, basisFor } from './articles.ts';

const moreThanHalf = { share: { numerator: 1, denominator: 2 }, kind: 'moreThan' } as const;

const turnout = (basis: ArticleId): ShareTest[] => [
  { id: 'turnout-heads', dimension: 'heads', of: 'roll', ...moreThanHalf, basis },
];
const approval = (basis: ArticleId): ShareTest[] => [
  { id: 'approval-heads', dimension: 'heads', of: 'participating', ...moreThanHalf, basis },
];

const periods = {
  noticeDays: 3,
  publicationDays: 5,
  changeable: 'untilClose',
  basisOf: { notice: 'product-notice', publication: 'product-publication', changeable: 'product-changeable' },
} as const;
const periodArticles = ['product-notice', 'product-publication', 'product-changeable'] as const;

const forms = [
  { electorate: 'residents', id: 'residents-meeting', title: '居民会议' },
  { electorate: 'households', id: 'households-meeting', title: '居民会议（每户一名代表）' },
  { electorate: 'representatives', id: 'representatives-meeting', title: '居民代表会议' },
] as const;

const meeting = ({ electorate, id, title }: (typeof forms)[number]) =>
  ({
    ...periods,
    matter: 'meeting',
    electorates: [electorate],
    methods: ['single', 'multiple'],
    dimensions: ['heads'],
    isAdvisory: false,
    id,
    title,
  }) satisfies Partial<RuleSet>;

const until2025 = forms.map(
  (form): RuleSet => ({
    ...meeting(form),
    version: 1,
    effectiveFrom: '2018-12-29',
    effectiveUntil: '2025-12-31',
    turnout: turnout('committee-2018-turnout'),
    approval: approval('committee-2018-approval'),
    notes: [{ text: '全体居民、每户代表或者小组代表，三种形式都是居民会议', basis: 'committee-2018-forms' }],
    basis: basisFor('committee-2018-turnout', 'committee-2018-approval', 'committee-2018-forms', ...periodArticles),
  }),
);

const from2026 = forms.map(
  (form): RuleSet => ({
    ...meeting(form),
    version: 2,
    effectiveFrom: '2026-01-01',
    turnout: turnout('committee-2026-turnout'),
    approval: approval('committee-2026-approval'),
    notes: [{ text: '2026 年起施行的修订文本，比例尚未核实，请按原文设定后再用', basis: 'committee-2026-turnout' }],
    basis: basisFor('committee-2026-turnout', 'committee-2026-approval', ...periodArticles),
  }),
);

const everyone: RuleSet['electorates'] = ['residents', 'households', 'owners', 'representatives'];

const consultation: RuleSet = {
  ...periods,
  id: 'consultation',
  version: 1,
  title: '意向征询',
  matter: 'consultation',
  electorates: everyone,
  methods: ['single', 'multiple', 'ranked', 'scored'],
  dimensions: ['heads'],
  effectiveFrom: '2018-12-29',
  isAdvisory: true,
  advisoryReason: '意向征询只供居委会和各方决策参考，不是居民会议或者业主大会的决定',
  turnout: [],
  approval: approval('consultation'),
  notes: [],
  basis: basisFor('consultation', ...periodArticles),
};

const budgetWish: RuleSet = {
  ...periods,
  id: 'budget-wish',
  version: 1,
  title: '民生微实事项目征集',
  matter: 'budget',
  electorates: everyone,
  methods: ['budget', 'multiple', 'ranked', 'scored'],
  dimensions: ['heads'],
  effectiveFrom: '2018-12-29',
  isAdvisory: true,
  advisoryReason: '居民点单供街道和社区安排项目资金时参考',
  turnout: [],
  approval: [],
  notes: [{ text: '按得点多少依次安排，钱不够的跳过', basis: 'budget-wish' }],
  basis: basisFor('budget-wish', ...periodArticles),
};

/** Votes that count heads only: residents' meetings of both texts of the law, and what only advises. */
export const residentsRuleSets: readonly RuleSet[] = [...until2025, ...from2026, consultation, budgetWish];
