import type { RuleSet, ShareTest } from '../rule-set.ts';
import { type ArticleId, basisFor, articles as texts } from './articles.ts';

const twoThirds = { numerator: 2, denominator: 3 };
const threeQuarters = { numerator: 3, denominator: 4 };
const half = { numerator: 1, denominator: 2 };

const turnout = (basis: ArticleId): ShareTest[] => [
  { id: 'turnout-heads', dimension: 'heads', of: 'roll', share: twoThirds, kind: 'atLeast', basis },
  { id: 'turnout-area', dimension: 'area', of: 'roll', share: twoThirds, kind: 'atLeast', basis },
];

const approval = (threshold: Pick<ShareTest, 'share' | 'kind'>, basis: ArticleId): ShareTest[] => [
  { id: 'approval-heads', dimension: 'heads', of: 'participating', ...threshold, basis },
  { id: 'approval-area', dimension: 'area', of: 'participating', ...threshold, basis },
];

const thresholds = {
  ordinary: { share: half, kind: 'moreThan' },
  major: { share: threeQuarters, kind: 'atLeast' },
} as const;

/** What the places differ in. */
type Place = Omit<
  RuleSet,
  'version' | 'matter' | 'electorates' | 'methods' | 'dimensions' | 'turnout' | 'approval' | 'basis'
> & {
  articles: { turnout: ArticleId; ordinary: ArticleId; major: ArticleId };
  further: ArticleId[];
};

/** How electors and areas are counted, which holds everywhere. */
const rollArticles = ['roll-heads', 'roll-area', 'roll-co-owners', 'roll-sale'] as const;
const rollNotes = rollArticles.map((basis) => ({ text: texts[basis].text, basis }));

const ownersRules = (place: Place, matter: 'ordinary' | 'major'): RuleSet => {
  const { articles, further, ...rest } = place;
  return {
    ...rest,
    id: `${place.id}-${matter}`,
    title: `${place.title}（${matter === 'major' ? '重大' : '一般'}事项）`,
    version: 1,
    matter,
    electorates: ['owners'],
    methods: ['single', 'multiple'],
    dimensions: ['heads', 'area'],
    turnout: turnout(articles.turnout),
    approval: approval(thresholds[matter], articles[matter]),
    notes: [...place.notes, ...rollNotes],
    basis: basisFor(articles.turnout, articles[matter], ...further, ...rollArticles),
  };
};

const civil = { turnout: 'civil-278-turnout', ordinary: 'civil-278-ordinary', major: 'civil-278-major' } as const;

const national: Place = {
  id: 'owners',
  title: '业主共同决定',
  effectiveFrom: '2021-01-01',
  noticeDays: 15,
  publicationDays: 7,
  changeable: 'untilClose',
  isAdvisory: false,
  notes: [],
  basisOf: { notice: 'assembly-notice', publication: 'product-publication', changeable: 'product-changeable' },
  articles: civil,
  further: ['assembly-notice', 'product-publication', 'product-changeable'],
};

const beijing: Place = {
  id: 'beijing-owners',
  title: '北京业主共同决定',
  effectiveFrom: '2024-03-29',
  jurisdiction: 'beijing',
  noticeDays: 15,
  publicationDays: 7,
  resultWithin: { amount: 3, unit: 'day' },
  changeable: 'final',
  isAdvisory: true,
  advisoryReason:
    '北京要求业主的互联网表决使用市住房建设部门的电子投票系统，这里的结果只作意向征询，不具有业主大会决定的效力',
  notes: [{ text: '正式表决请用市住房建设部门的电子投票系统', basis: 'beijing-system' }],
  basisOf: {
    notice: 'beijing-notice',
    publication: 'product-publication',
    result: 'beijing-result',
    changeable: 'beijing-once',
  },
  articles: civil,
  further: ['beijing-notice', 'beijing-system', 'beijing-result', 'beijing-once', 'product-publication'],
};

const hangzhou: Place = {
  id: 'hangzhou-owners',
  title: '杭州业主大会定期会议',
  effectiveFrom: '2022-03-01',
  jurisdiction: 'hangzhou',
  noticeDays: 15,
  publicationDays: 15,
  votingDays: { min: 5, max: 60 },
  changeable: 'untilClose',
  isAdvisory: false,
  notes: [
    { text: '业主要求纸质表决票的，应当提供', basis: 'hangzhou-paper' },
    { text: '未出售、未交付的部分算建设单位一人；多套房屋的业主算一人', basis: 'hangzhou-heads' },
  ],
  basisOf: {
    notice: 'hangzhou-notice',
    publication: 'hangzhou-publication',
    voting: 'hangzhou-voting',
    changeable: 'product-changeable',
  },
  articles: { turnout: 'hangzhou-turnout', ordinary: 'hangzhou-ordinary', major: 'hangzhou-major' },
  further: [
    'hangzhou-notice',
    'hangzhou-paper',
    'hangzhou-voting',
    'hangzhou-heads',
    'hangzhou-publication',
    'product-changeable',
  ],
};

const hangzhouInterim: Place = {
  ...hangzhou,
  id: 'hangzhou-owners-interim',
  title: '杭州业主大会临时会议',
  isInterim: true,
  noticeDays: 7,
};

const shanghai: Place = {
  id: 'shanghai-owners',
  title: '上海业主共同决定',
  effectiveFrom: '2021-01-01',
  jurisdiction: 'shanghai',
  noticeDays: 15,
  publicationDays: 7,
  resultWithin: { amount: 3, unit: 'day' },
  changeable: 'untilClose',
  isAdvisory: false,
  notes: [{ text: '书面委托要写明对所议事项的意见', basis: 'shanghai-proxy' }],
  basisOf: {
    notice: 'assembly-notice',
    publication: 'product-publication',
    result: 'shanghai-result',
    changeable: 'product-changeable',
  },
  articles: { turnout: 'shanghai-turnout', ordinary: 'shanghai-ordinary', major: 'shanghai-major' },
  further: ['assembly-notice', 'shanghai-proxy', 'shanghai-result', 'product-publication', 'product-changeable'],
};

/** Votes of owners by heads and by area, ordinary and major, of the country and of the cities that have their own text. */
export const ownersRuleSets: readonly RuleSet[] = [national, beijing, hangzhou, hangzhouInterim, shanghai].flatMap(
  (place) => [ownersRules(place, 'ordinary'), ownersRules(place, 'major')],
);
