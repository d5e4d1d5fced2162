import { areaWords } from '../households/labels.ts';
import type { Secrecy } from './ballot.ts';
import type { VoteState } from './contract.ts';
import { isMotion, type Method, type Question } from './question.ts';
import type { VoteResult } from './result.ts';
import type { Electorate } from './roll.ts';
import type { Basis, ShareTest } from './rule-set.ts';

export const voteStateLabels: Record<VoteState, string> = {
  announced: '已公告',
  open: '正在投票',
  closed: '已截止，待计票',
  counted: '已计票，待公示',
  published: '结果公示中',
  final: '结果已定',
  cancelled: '已取消',
};

export const electorateLabels: Record<Electorate, string> = {
  residents: '居民表决',
  households: '每户一票',
  owners: '业主表决',
  representatives: '居民代表表决',
};

export const methodLabels: Record<Method, string> = {
  single: '选一项',
  multiple: '选几项',
  ranked: '排先后',
  scored: '打分',
  budget: '分预算',
};

export const secrecyLabels: Record<Secrecy, string> = { open: '公开', untilClose: '截止后公开', secret: '保密' };

/** Who will ever see how somebody voted. */
export const secrecyWords: Record<Secrecy, string> = {
  open: '投票公开：投票期间就能看到各选项的数，截止后公布每一票怎么投',
  untilClose: '截止前谁也看不到各选项的数，截止后公布每一票怎么投',
  secret: '保密投票：谁投了什么不公布，邻居和工作人员平时都看不到',
};

export const outcomeLabels: Record<VoteResult['outcome'], string> = {
  passed: '通过',
  rejected: '未通过',
  notQuorate: '参与不足，未形成决定',
  chosen: '选定',
  tied: '并列，未能决出',
  none: '没有选项达到要求',
};

const bigNumbers = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const inWords = (value: number): string => bigNumbers[value] ?? String(value);

/** 「过半数」「三分之二以上」「超过四分之三」: as the law says it. */
export const shareWords = ({ share: { numerator, denominator }, kind }: Pick<ShareTest, 'share' | 'kind'>): string => {
  if (numerator === 1 && denominator === 2) return kind === 'moreThan' ? '过半数' : '一半以上';
  const words = `${inWords(denominator)}分之${inWords(numerator)}`;
  return kind === 'moreThan' ? `超过${words}` : `${words}以上`;
};

/** 「2/3」: what is written at the mark on a bar. */
export const shareMark = ({ share: { numerator, denominator } }: Pick<ShareTest, 'share'>): string =>
  `${numerator}/${denominator}`;

export const dimensionLabels: Record<ShareTest['dimension'], string> = { heads: '人数', area: '面积' };

/** Electors are counted in households where a household has one vote. */
export const headsUnit = ({ electorate }: { electorate: Electorate }): string =>
  electorate === 'households' ? '户' : '人';

/** 「面积」, 「人数」, or 「户数」 where electors are households. */
export const dimensionWords = (dimension: ShareTest['dimension'], unit: string): string =>
  unit === '户' && dimension === 'heads' ? '户数' : dimensionLabels[dimension];

/** 「12.5 万元」 of an amount in fen; never rounded: what does not come out even in hundreds of yuan is said in yuan. */
export const moneyWords = (fen: number): string =>
  fen >= 1_000_000 && fen % 10_000 === 0 ? `${fen / 1_000_000} 万元` : `${fen / 100} 元`;

/** An amount of a dimension, with its unit: heads or 0.01 m². */
export const amountWords = (dimension: ShareTest['dimension'], amount: number, unit = '人'): string =>
  dimension === 'area' ? areaWords(amount) : `${amount} ${unit}`;

/** The text of an option; of the ordinary 表决 in the two words that everyone knows. */
export const optionWords = (question: Question, id: string): string => {
  if (isMotion(question)) return id === 'approve' ? '同意' : '不同意';
  return question.options.find((option) => option.id === id)?.text ?? id;
};

/** 「《民法典》第二百七十八条」; the product's own settings have no article. */
export const basisTitle = ({ law, article }: Pick<Basis, 'law' | 'article'>): string => [law, article].join('');

export const verifiedWords: Record<Basis['verified'], string> = {
  read: '已对照原文',
  excerpt: '转引，未见原文',
  unverified: '未经核实，以本地规定为准',
};
