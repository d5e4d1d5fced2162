import type { Question } from './question.ts';
import type { VoteResult } from './result.ts';
import { abstain, developer, type Group, households, no, owner, owners, people, yes } from './test/electors.ts';
import { budget, motion, pickOne, pickSome, rank, score } from './test/questions.ts';

/** [what it shows, rule set, question, electors, what must come out]. Areas in 0.01 m²: 100_00 is 100 m². */
export type CountCase = readonly [string, string, Question, readonly Group[], Expected];
type Expected = Partial<Pick<VoteResult, 'outcome' | 'winners' | 'tied' | 'isQuorate'>> & {
  /** Heads and area that took part. */
  cast?: readonly [heads: number, area: number];
  paper?: number;
  abstained?: readonly [heads: number, area: number];
  /** Of the first option: heads and area. */
  first?: readonly [heads: number, area: number];
  points?: readonly number[];
  eliminated?: readonly string[];
  exhausted?: readonly number[];
  /** The ids of the tests that failed: turnout, then those of the first option. */
  failed?: readonly string[];
};

// biome-ignore format: a table
const ordinary: readonly CountCase[] = [
  ['人数和面积都恰好三分之二', 'owners-ordinary', motion, [owners(4, 100_00, yes), owners(2, 100_00)], { outcome: 'passed', cast: [4, 400_00], failed: [] }],
  ['参与人数差一人', 'owners-ordinary', motion, [owners(3, 200_00, yes), owners(3, 100_00)], { outcome: 'notQuorate', failed: ['turnout-heads'] }],
  ['参与面积差 0.01 平方米', 'owners-ordinary', motion, [owners(4, 100_00, yes), owners(1, 100_01), owners(1, 100_00)], { outcome: 'notQuorate', failed: ['turnout-area'] }],
  ['参与面积多 0.01 平方米', 'owners-ordinary', motion, [owners(3, 100_00, yes), owners(1, 100_01, yes), owners(2, 100_00)], { outcome: 'passed', cast: [4, 400_01] }],
  ['人数面积都不够', 'owners-ordinary', motion, [owners(1, 100_00, yes), owners(2, 100_00)], { outcome: 'notQuorate', failed: ['turnout-heads', 'turnout-area'], winners: [] }],
  ['没有人投票', 'owners-ordinary', motion, [owners(3, 100_00)], { outcome: 'notQuorate', cast: [0, 0] }],
  ['只有一位业主，他同意', 'owners-ordinary', motion, [owners(1, 88_88, yes)], { outcome: 'passed', first: [1, 88_88] }],
  ['人数恰好一半不是过半', 'owners-ordinary', motion, [owners(2, 110_00, yes), owners(2, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads'] }],
  ['面积恰好一半不是过半', 'owners-ordinary', motion, [owners(3, 100_00, yes), owners(2, 150_00, no)], { outcome: 'rejected', failed: ['approval-area'] }],
  ['面积过半 0.01 平方米', 'owners-ordinary', motion, [owners(2, 100_00, yes), owners(1, 100_01, yes), owners(2, 150_00, no)], { outcome: 'passed', first: [3, 300_01] }],
  ['面积差 0.01 平方米到一半', 'owners-ordinary', motion, [owners(2, 100_00, yes), owners(1, 99_99, yes), owners(2, 150_00, no)], { outcome: 'rejected', failed: ['approval-area'] }],
  ['人数面积都恰好一半', 'owners-ordinary', motion, [owners(2, 100_00, yes), owners(2, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads', 'approval-area'] }],
  ['弃权的也算参与：三比零加两张弃权', 'owners-ordinary', motion, [owners(3, 100_00, yes), owners(2, 100_00, abstain)], { outcome: 'passed', abstained: [2, 200_00] }],
  ['弃权让同意不到一半', 'owners-ordinary', motion, [owners(2, 100_00, yes), owners(1, 100_00, no), owners(1, 100_00, abstain)], { outcome: 'rejected', failed: ['approval-heads', 'approval-area'] }],
  ['弃权凑够参与人数', 'owners-ordinary', motion, [owners(3, 100_00, yes), owners(1, 100_00, abstain), owners(2, 100_00)], { outcome: 'passed', isQuorate: true }],
  ['全部弃权', 'owners-ordinary', motion, [owners(3, 100_00, abstain)], { outcome: 'rejected', isQuorate: true, first: [0, 0] }],
  ['全部反对', 'owners-ordinary', motion, [owners(3, 100_00, no)], { outcome: 'rejected', winners: [] }],
  ['三套房的业主算一人，面积相加', 'owners-ordinary', motion, [owner([100_00, 100_00, 100_00], yes), owners(2, 100_00, no)], { outcome: 'rejected', first: [1, 300_00], failed: ['approval-heads'] }],
  ['大业主参与面积够、人数不够', 'owners-ordinary', motion, [owner([200_00, 200_00, 200_00], yes), owners(2, 50_00)], { outcome: 'notQuorate', failed: ['turnout-heads'] }],
  ['大业主加一位小业主，人数恰好够', 'owners-ordinary', motion, [owner([100_00, 100_00, 200_00], yes), owners(1, 100_00, yes), owners(1, 100_00)], { outcome: 'passed', cast: [2, 500_00] }],
  ['大业主反对，人数过半面积不过半', 'owners-ordinary', motion, [owner([150_00, 150_01], no), owners(3, 100_00, yes)], { outcome: 'rejected', failed: ['approval-area'] }],
  ['共有的房子只算一人', 'owners-ordinary', motion, [owner([120_00], yes), owner([120_00], yes), owner([120_00], no)], { outcome: 'passed', cast: [3, 360_00] }],
  ['两套共有房屋的同一组共有人算一人', 'owners-ordinary', motion, [owner([60_00, 60_00], yes), owners(1, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads'] }],
  ['开发商未售的十套算一人，不投则面积不够', 'owners-ordinary', motion, [owners(5, 100_00, yes), developer(Array(10).fill(100_00))], { outcome: 'notQuorate', failed: ['turnout-area'] }],
  ['开发商未售的面积反对，面积不过半', 'owners-ordinary', motion, [owners(5, 100_00, yes), developer(Array(10).fill(100_00), no)], { outcome: 'rejected', failed: ['approval-area'] }],
  ['开发商同意也只是一人', 'owners-ordinary', motion, [owners(1, 100_00, yes), owners(4, 100_00, no), developer(Array(10).fill(100_00), yes)], { outcome: 'rejected', first: [2, 1100_00], failed: ['approval-heads'] }],
  ['开发商只剩一套未售', 'owners-ordinary', motion, [owners(2, 100_00, yes), developer([100_00])], { outcome: 'passed', cast: [2, 200_00] }],
  ['纸质票和手机票一样算', 'owners-ordinary', motion, [owners(2, 100_00, yes, 'paper'), owners(1, 100_00, yes), owners(1, 100_00, no, 'paper')], { outcome: 'passed', paper: 3, cast: [4, 400_00] }],
  ['面积很大也不失准', 'owners-ordinary', motion, [owner(Array(900).fill(99_999_999), yes), owner(Array(900).fill(99_999_999), no), owners(1, 1, yes)], { outcome: 'passed', first: [2, 89_999_999_101] }],
  ['人数三分之二同意，面积恰好一半', 'owners-ordinary', motion, [owners(1, 200_00, yes), owners(1, 100_00, yes), owners(1, 300_00, no)], { outcome: 'rejected', failed: ['approval-area'] }],
];

// biome-ignore format: a table
const major: readonly CountCase[] = [
  ['人数和面积都恰好四分之三', 'owners-major', motion, [owners(3, 100_00, yes), owners(1, 100_00, no)], { outcome: 'passed', first: [3, 300_00] }],
  ['面积差 0.01 平方米到四分之三', 'owners-major', motion, [owners(2, 100_00, yes), owners(1, 99_99, yes), owners(1, 100_00, no)], { outcome: 'rejected', failed: ['approval-area'] }],
  ['面积多 0.01 平方米', 'owners-major', motion, [owners(2, 100_00, yes), owners(1, 100_01, yes), owners(1, 100_00, no)], { outcome: 'passed', failed: [] }],
  ['面积恰好四分之三，人数只有三分之二', 'owners-major', motion, [owners(2, 150_00, yes), owners(1, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads'] }],
  ['人数差一人', 'owners-major', motion, [owners(5, 120_00, yes), owners(2, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads'] }],
  ['弃权两人，恰好四分之三', 'owners-major', motion, [owners(6, 100_00, yes), owners(2, 100_00, abstain)], { outcome: 'passed', abstained: [2, 200_00] }],
  ['一般事项能过，重大事项过不了', 'owners-major', motion, [owners(3, 100_00, yes), owners(2, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads', 'approval-area'] }],
  ['全都同意，参与差一人', 'owners-major', motion, [owners(3, 200_00, yes), owners(2, 100_00)], { outcome: 'notQuorate', failed: ['turnout-heads'] }],
  ['重大事项参与恰好三分之二', 'owners-major', motion, [owners(8, 100_00, yes), owners(4, 100_00)], { outcome: 'passed', cast: [8, 800_00] }],
  ['开发商反对，面积恰好留下四分之三', 'owners-major', motion, [owners(6, 100_00, yes), developer([50_00, 150_00], no)], { outcome: 'passed', first: [6, 600_00] }],
  ['开发商多 0.01 平方米就不够', 'owners-major', motion, [owners(6, 100_00, yes), developer([50_00, 150_01], no)], { outcome: 'rejected', failed: ['approval-area'] }],
];

// biome-ignore format: a table
const cities: readonly CountCase[] = [
  ['北京一般事项，三分之二参与、过半同意', 'beijing-owners-ordinary', motion, [owners(3, 100_00, yes), owners(1, 100_00, no), owners(2, 100_00)], { outcome: 'passed' }],
  ['北京一般事项，参与差一人', 'beijing-owners-ordinary', motion, [owners(5, 100_00, yes), owners(3, 100_00)], { outcome: 'notQuorate', failed: ['turnout-heads', 'turnout-area'] }],
  ['北京重大事项，恰好四分之三', 'beijing-owners-major', motion, [owners(6, 80_00, yes), owners(2, 80_00, no)], { outcome: 'passed' }],
  ['杭州定期会议一般事项，面积恰好一半', 'hangzhou-owners-ordinary', motion, [owners(3, 60_00, yes), owners(2, 90_00, no)], { outcome: 'rejected', failed: ['approval-area'] }],
  ['杭州定期会议重大事项，恰好四分之三', 'hangzhou-owners-major', motion, [owners(3, 77_77, yes), owners(1, 77_77, abstain)], { outcome: 'passed' }],
  ['杭州临时会议一般事项，恰好三分之二参与', 'hangzhou-owners-interim-ordinary', motion, [owners(2, 120_00, yes), owners(1, 120_00)], { outcome: 'passed' }],
  ['杭州临时会议重大事项，面积差 0.01', 'hangzhou-owners-interim-major', motion, [owners(2, 100_00, yes), owners(1, 99_99, yes), owners(1, 100_00, no)], { outcome: 'rejected' }],
  ['上海一般事项，人数过半一人', 'shanghai-owners-ordinary', motion, [owners(3, 100_00, yes), owners(2, 100_00, no), owners(1, 100_00)], { outcome: 'passed' }],
  ['上海重大事项，人数差一人', 'shanghai-owners-major', motion, [owners(2, 300_00, yes), owners(1, 100_00, no)], { outcome: 'rejected', failed: ['approval-heads'] }],
];

/** Ids with the version of the text: `@1` until 2025, `@2` from 2026. */
// biome-ignore format: a table
const meetings: readonly CountCase[] = [
  ['居民会议：过半出席，出席的过半同意', 'residents-meeting@1', motion, [people(4, yes), people(2, no), people(4)], { outcome: 'passed', cast: [6, 0] }],
  ['居民会议：恰好一半出席', 'residents-meeting@1', motion, [people(5, yes), people(5)], { outcome: 'notQuorate', failed: ['turnout-heads'] }],
  ['居民会议：出席的恰好一半同意', 'residents-meeting@1', motion, [people(3, yes), people(3, no), people(4)], { outcome: 'rejected', failed: ['approval-heads'] }],
  ['居民会议：十一人里六人出席', 'residents-meeting@1', motion, [people(6, yes), people(5)], { outcome: 'passed' }],
  ['居民会议：十一人里五人出席', 'residents-meeting@1', motion, [people(5, yes), people(6)], { outcome: 'notQuorate' }],
  ['居民会议：弃权算出席、不算同意', 'residents-meeting@1', motion, [people(3, yes), people(3, abstain), people(4)], { outcome: 'rejected', abstained: [3, 0] }],
  ['每户一名代表：面积不计', 'households-meeting@1', motion, [households(2, yes), households(1, no)], { outcome: 'passed', first: [2, 0], cast: [3, 0] }],
  ['每户一名代表：恰好一半同意', 'households-meeting@1', motion, [households(1, yes), households(1, no)], { outcome: 'rejected' }],
  ['居民代表：过半', 'representatives-meeting@1', motion, [people(16, yes), people(9, no), people(5)], { outcome: 'passed' }],
  ['2026 年文本：居民会议暂按过半', 'residents-meeting@2', motion, [people(4, yes), people(3, no), people(5)], { outcome: 'passed' }],
  ['2026 年文本：每户一名代表，出席恰好一半', 'households-meeting@2', motion, [households(3, yes), households(3)], { outcome: 'notQuorate' }],
  ['2026 年文本：居民代表，恰好一半同意', 'representatives-meeting@2', motion, [people(10, yes), people(10, no)], { outcome: 'rejected' }],
  ['意向征询：没有参与的门槛', 'consultation', motion, [people(1, yes), people(99)], { outcome: 'passed', isQuorate: true }],
  ['意向征询：一比一', 'consultation', motion, [people(1, yes), people(1, no)], { outcome: 'rejected' }],
  ['意向征询：没有人参加', 'consultation', motion, [people(9)], { outcome: 'rejected', cast: [0, 0] }],
  ['意向征询：业主参加也不计面积', 'consultation', motion, [owners(2, 100_00, yes), owners(1, 900_00, no)], { outcome: 'passed', first: [2, 0], cast: [3, 0] }],
];

const a = { option: 'a' };
const b = { option: 'b' };
const c = { option: 'c' };
const some = (...options: string[]) => ({ options });

// biome-ignore format: a table
const named: readonly CountCase[] = [
  ['三选一：五人里三人', 'consultation', pickOne, [people(3, a), people(1, b), people(1, c)], { outcome: 'chosen', winners: ['a'], first: [3, 0] }],
  ['三选一：最多但不过半', 'consultation', pickOne, [people(2, a), people(2, b), people(1, c)], { outcome: 'none', winners: [], tied: [] }],
  ['三选一：恰好一半', 'consultation', pickOne, [people(2, b), people(1, a), people(1, c)], { outcome: 'none' }],
  ['三选一：业主人数过半而面积不过半', 'owners-ordinary', pickOne, [owners(3, 100_00, a), owners(2, 200_00, b)], { outcome: 'none', failed: ['approval-area'] }],
  ['三选一：重大事项恰好四分之三', 'owners-major', pickOne, [owners(3, 100_00, b), owners(1, 100_00, c)], { outcome: 'chosen', winners: ['b'] }],
  ['三选一：参与不够', 'owners-ordinary', pickOne, [owners(1, 100_00, a), owners(2, 100_00)], { outcome: 'notQuorate', winners: [] }],
  ['多选：过半的都当选', 'consultation', pickSome(), [people(3, some('a', 'b')), people(1, some('a')), people(1, some('c'))], { outcome: 'chosen', winners: ['a', 'b'], first: [4, 0] }],
  ['多选：恰好一半不当选', 'consultation', pickSome(), [people(2, some('a')), people(2, some('b', 'c'))], { outcome: 'none' }],
  ['多选：三人过半、两个名额', 'consultation', pickSome(2), [people(5, some('a')), people(4, some('b', 'a')), people(3, some('c', 'b', 'a'))], { outcome: 'chosen', winners: ['a', 'b'] }],
  ['多选：最后一个名额并列', 'consultation', pickSome(2), [people(3, some('a', 'b', 'c')), people(1, some('a'))], { outcome: 'tied', winners: ['a'], tied: ['b', 'c'] }],
  ['多选：名额多于过半的', 'consultation', pickSome(3), [people(3, some('a')), people(1, some('b'))], { outcome: 'chosen', winners: ['a'] }],
  ['多选：人数并列看面积', 'owners-ordinary', pickSome(1), [owners(1, 90_00, some('a', 'c')), owners(1, 120_00, some('b', 'a')), owners(1, 100_00, some('b'))], { outcome: 'chosen', winners: ['b'] }],
  ['多选：人数面积都并列', 'owners-ordinary', pickSome(1), [owners(2, 90_00, some('a', 'b')), owners(1, 90_00, some('c'))], { outcome: 'tied', winners: [], tied: ['a', 'b'] }],
  ['多选：全部弃权', 'consultation', pickSome(), [people(2, abstain)], { outcome: 'none' }],
  ['点单多选：没有门槛，没有人选的不算', 'budget-wish', pickSome(), [people(1, some('a')), people(2)], { outcome: 'chosen', winners: ['a'] }],
];

const order = (ranking: string) => ({ ranking: ranking.split('') });

// biome-ignore format: a table
const ranked: readonly CountCase[] = [
  ['排序：第一轮过半', 'consultation', rank(), [people(3, order('abc')), people(2, order('bca'))], { outcome: 'chosen', winners: ['a'], eliminated: [] }],
  ['排序：淘汰后转到第二选择', 'consultation', rank(), [people(4, order('abc')), people(3, order('bca')), people(2, order('cba'))], { outcome: 'chosen', winners: ['b'], eliminated: ['c'], exhausted: [0, 0] }],
  ['排序：没有下一选择的不再算', 'consultation', rank(), [people(4, order('a')), people(3, order('b')), people(2, order('c'))], { outcome: 'chosen', winners: ['a'], exhausted: [0, 2] }],
  ['排序：恰好一半要再来一轮', 'consultation', rank(), [people(2, order('a')), people(1, order('ba')), people(1, order('cb'))], { outcome: 'tied', tied: ['a', 'b'], eliminated: ['c'] }],
  ['排序：同票淘汰，上一轮少的先走', 'consultation', rank('abcd'), [people(4, order('a')), people(3, order('b')), people(2, order('c')), people(1, order('dc'))], { winners: ['a'], eliminated: ['d', 'c'], exhausted: [0, 0, 3] }],
  ['排序：一直同票，印在后面的先走', 'consultation', rank(), [people(3, order('a')), people(2, order('b')), people(2, order('cb'))], { winners: ['b'], eliminated: ['c'] }],
  ['排序：两个同票', 'consultation', rank('ab'), [people(2, order('ab')), people(2, order('ba'))], { outcome: 'tied', winners: [], tied: ['a', 'b'] }],
  ['排序：三个同票，由人决定', 'consultation', rank(), [people(1, order('abc')), people(1, order('bca')), people(1, order('cab'))], { outcome: 'tied', tied: ['a', 'b', 'c'], eliminated: [] }],
  ['排序：没有人投', 'consultation', rank(), [people(3)], { outcome: 'none', winners: [], tied: [] }],
  ['排序：都弃权', 'consultation', rank(), [people(3, abstain)], { outcome: 'none', abstained: [3, 0], exhausted: [0] }],
  ['排序：只有一人', 'budget-wish', rank(), [people(1, order('cab'))], { outcome: 'chosen', winners: ['c'], first: [1, 0] }],
];

const marks = (first: number, second: number, third: number) => ({ scores: { a: first, b: second, c: third } });
const points = (amounts: Record<string, number>) => ({ amounts });

// biome-ignore format: a table
const measured: readonly CountCase[] = [
  ['打分：总分最高', 'consultation', score(), [people(2, marks(5, 3, 0)), people(1, marks(0, 5, 1))], { outcome: 'chosen', winners: ['b'], points: [10, 11, 1], first: [2, 0] }],
  ['打分：同分', 'consultation', score(), [people(1, marks(5, 1, 0)), people(1, marks(0, 4, 0))], { outcome: 'tied', winners: [], tied: ['a', 'b'], points: [5, 5, 0] }],
  ['打分：两个名额', 'consultation', score(2), [people(1, marks(3, 5, 1))], { outcome: 'chosen', winners: ['b', 'a'] }],
  ['打分：两个名额，第二名并列', 'consultation', score(2), [people(1, marks(3, 5, 3))], { outcome: 'tied', winners: ['b'], tied: ['a', 'c'] }],
  ['打分：全是零分', 'consultation', score(), [people(2, marks(0, 0, 0))], { outcome: 'none', cast: [2, 0], first: [0, 0] }],
  ['打分：没打的算零分', 'consultation', score(), [people(1, { scores: { c: 1 } }), people(1, abstain)], { outcome: 'chosen', winners: ['c'], points: [0, 0, 1] }],
  ['预算：按点数，钱够为止', 'budget-wish', budget(100_00, 60_00, 50_00, 40_00), [people(2, points({ a: 5, b: 3, c: 2 }))], { outcome: 'chosen', winners: ['a', 'c'], points: [10, 6, 4] }],
  ['预算：恰好花完', 'budget-wish', budget(110_00, 60_00, 50_00), [people(1, points({ a: 5, b: 5 }))], { winners: ['a', 'b'] }],
  ['预算：差一分钱', 'budget-wish', budget(109_99, 60_00, 50_00), [people(1, points({ a: 6, b: 4 }))], { winners: ['a'] }],
  ['预算：同点数看支持的人数', 'budget-wish', budget(50_00, 50_00, 50_00), [people(1, points({ a: 6, b: 3 })), people(1, points({ b: 3 }))], { winners: ['b'], points: [6, 6] }],
  ['预算：人数也一样，按印的顺序', 'budget-wish', budget(50_00, 50_00, 50_00), [people(1, points({ a: 5, b: 5 }))], { winners: ['a'], tied: [] }],
  ['预算：没有人给点的不做', 'budget-wish', budget(900_00, 10_00, 10_00), [people(1, points({ b: 1 }))], { winners: ['b'] }],
  ['预算：一个也付不起', 'budget-wish', budget(9_00, 10_00, 10_00), [people(1, points({ b: 1 }))], { outcome: 'none', winners: [] }],
];

export const countCases: readonly CountCase[] = [
  ...ordinary,
  ...major,
  ...cities,
  ...meetings,
  ...named,
  ...ranked,
  ...measured,
];
