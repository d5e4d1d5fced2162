import { on } from '../../story.ts';
import type { HallStory } from '../act.ts';

const budget = 'budget';
const wan = 1_000_000;

/** Points for projects, in the open: anyone sees how it stands. */
export const budgetStory: HallStory = [
  {
    by: 'community-liu',
    when: on(7, '14:00'),
    does: 'announceVote',
    vote: budget,
    title: '今年的 20 万元民生微实事花在哪',
    announcement:
      '街道给了 20 万元民生微实事资金。六个项目都来自居民提议，每人 10 个点，可以集中给一项，也可以分开给。',
    question: {
      method: 'budget',
      text: '20 万元民生微实事资金，您想花在哪几项？',
      options: [
        { id: 'ramp', text: '3、5 号楼门洞加装无障碍坡道和扶手', costFen: 6 * wan },
        { id: 'tables', text: '中心花园换一批带靠背扶手的座椅和棋桌', costFen: 4.2 * wan },
        { id: 'slope', text: '北门到菜场的小路补平，加防滑砖', costFen: 5.5 * wan },
        { id: 'reading', text: '活动室辟出儿童阅读角，周末有人值守', costFen: 3.8 * wan },
        { id: 'drying', text: '6 号楼南侧加公共晾衣架', costFen: 1.6 * wan },
        { id: 'aed', text: '居委会门口和北门岗亭各放一台 AED 急救仪', costFen: 3.4 * wan },
      ],
      allotment: 10,
      budgetFen: 20 * wan,
    },
    ruleSetId: 'budget-wish',
    electorate: 'residents',
    secrecy: 'open',
    showsTurnout: true,
    takesPaper: false,
    opensAt: on(3, '09:00'),
    closesAt: on(-5, '20:00'),
  },
  { when: on(3, '09:01'), does: 'strike' },
  {
    by: 'elder-chen',
    when: on(2, '19:20'),
    does: 'cast',
    vote: budget,
    choice: { amounts: { ramp: 6, tables: 4 } },
    all: ['elder-chen', 'resident-xu'],
  },
  {
    by: 'resident-zhou',
    when: on(2, '19:30'),
    does: 'cast',
    vote: budget,
    choice: { amounts: { reading: 5, aed: 3, slope: 2 } },
    all: ['resident-zhou'],
  },
  {
    by: 'resident-gu',
    when: on(2, '19:40'),
    does: 'cast',
    vote: budget,
    choice: { amounts: { ramp: 4, reading: 3, aed: 3 } },
    all: ['resident-gu', 'community-he'],
  },
  {
    by: 'resident-lin',
    when: on(2, '19:50'),
    does: 'cast',
    vote: budget,
    choice: { amounts: { slope: 4, aed: 4, drying: 2 } },
    all: ['resident-lin'],
  },
];

const councillors = 'councillors';

/** A secret one: who chose whom is nobody's affair. */
export const councillorsStory: HallStory = [
  {
    by: 'community-liu',
    when: on(7, '15:00'),
    does: 'announceVote',
    vote: councillors,
    title: '推选新一届社区议事会成员',
    announcement:
      '五位候选人由楼组长和居民联名推荐，简介贴在公告栏。每户一票，最多选三位，保密投票。结果供居委会聘请时参考。',
    question: {
      method: 'multiple',
      text: '请推选三位议事会成员',
      options: [
        { id: 'gu', text: '顾佩珍　3 号楼楼组长，退休教师' },
        { id: 'xu', text: '徐国平　6 号楼业主，退休电工' },
        { id: 'luo', text: '罗佳　5 号楼业主，社区医生' },
        { id: 'qin', text: '秦立新　3 号楼业主，律师' },
        { id: 'fang', text: '方晓东　6 号楼业主，程序员' },
      ],
      min: 1,
      max: 3,
      seats: 3,
    },
    ruleSetId: 'consultation',
    electorate: 'households',
    secrecy: 'secret',
    showsTurnout: true,
    opensAt: on(2, '09:00'),
    closesAt: on(-4, '20:00'),
  },
  { when: on(2, '09:01'), does: 'strike' },
  {
    by: 'resident-zheng',
    when: on(1, '20:00'),
    does: 'cast',
    vote: councillors,
    choice: { options: ['gu', 'luo', 'qin'] },
    all: ['resident-zheng', 'resident-zhou', 'resident-wang'],
  },
  {
    by: 'resident-gu',
    when: on(1, '20:10'),
    does: 'cast',
    vote: councillors,
    choice: { options: ['xu', 'luo'] },
    all: ['resident-gu', 'resident-lin', 'elder-chen'],
  },
  {
    by: 'community-he',
    when: on(1, '15:00'),
    does: 'enterPaper',
    vote: councillors,
    choice: { options: ['gu', 'xu', 'fang'] },
    sheet: 'ballotSheet',
    units: '6--103 6--201 6--301 5-2-101',
  },
  { by: 'community-liu', when: on(1, '16:00'), does: 'confirmPaper', vote: councillors, units: '6--103 6--201 6--301' },
];

/** Asked, and the answer was no. */
export const refusedVoteStory: HallStory = [
  {
    by: 'community-he',
    when: on(32, '10:00'),
    does: 'announceVote',
    vote: 'dancing',
    title: '广场舞的音响放到晚上九点半',
    announcement: '舞蹈队提出夏秋两季把音响时间从八点半延到九点半，承诺音量不超过 55 分贝。请居民表决。',
    question: {
      method: 'single',
      text: '夏秋两季，中心花园广场舞的音响时间从晚上八点半延长到九点半',
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'residents-meeting',
    electorate: 'residents',
    secrecy: 'untilClose',
    showsTurnout: true,
    takesPaper: false,
    opensAt: on(27, '09:00'),
    closesAt: on(22, '20:00'),
  },
  { when: on(27, '09:01'), does: 'strike' },
  {
    by: 'elder-chen',
    when: on(25, '19:30'),
    does: 'cast',
    vote: 'dancing',
    choice: { option: 'against' },
    all: ['elder-chen', 'resident-zhou', 'resident-lin', 'staff-wuye-b', 'resident-wang', 'resident-zheng'],
  },
  {
    by: 'resident-gu',
    when: on(25, '19:40'),
    does: 'cast',
    vote: 'dancing',
    choice: { option: 'approve' },
    all: ['resident-gu', 'resident-li', 'grid-07'],
  },
  { when: on(22, '20:01'), does: 'strike' },
  { by: 'community-he', when: on(21, '09:00'), does: 'publish', vote: 'dancing' },
  { when: on(15, '09:00'), does: 'strike' },
];

/** Announced and taken back before it began. */
export const withdrawnVoteStory: HallStory = [
  {
    by: 'community-liu',
    when: on(12, '10:00'),
    does: 'announceVote',
    vote: 'gatehouse',
    title: '东门岗亭拆旧建新',
    announcement: '东门岗亭年久漏雨，拟动用公共收益 4.6 万元拆旧建新，请全体业主表决。',
    question: {
      method: 'single',
      text: '用公共收益 4.6 万元拆除东门旧岗亭、原址新建',
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'shanghai-owners-ordinary',
    electorate: 'owners',
    secrecy: 'untilClose',
    showsTurnout: true,
    opensAt: on(-6, '09:00'),
    closesAt: on(-16, '20:00'),
  },
  {
    by: 'community-liu',
    when: on(8, '10:30'),
    does: 'cancelVote',
    vote: 'gatehouse',
    reason: '街道答复：东门岗亭列入明年的道路改造，由区里出钱重建，不用动公共收益。表决取消。',
  },
];
