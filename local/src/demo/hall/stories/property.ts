import { on } from '../../story.ts';
import type { HallStory } from '../act.ts';
import { sevenSteps } from './plans.ts';

const topic = 'property';
const vote = 'property';
const matter = '续聘幸福物业三年，物业费维持每月每平方米 1.65 元，服务标准按新合同附件';

/** A decision that has been posted: one objection was answered, one still waits. */
export const propertyStory: HallStory = [
  {
    by: 'resident-zheng',
    when: on(50, '19:20'),
    does: 'propose',
    topic,
    kind: 'major',
    title: '物业合同年底到期，续聘还是重新招标',
    words:
      '幸福物业的合同今年年底到期。这三年修得比以前快，保洁和绿化意见还是不少。续聘要谈清楚服务标准和扣款办法，重新招标要留出时间。请大家尽早把意见说出来，业委会好去谈。',
  },
  {
    by: 'resident-zheng',
    when: on(49, '20:05'),
    does: 'support',
    topic,
    all: ['resident-li', 'resident-wang', 'resident-gu', 'community-he', 'elder-chen', 'resident-xu', 'resident-zhou'],
  },
  { by: 'community-liu', when: on(46, '10:00'), does: 'takeUp', topic, steps: sevenSteps(1, 3, 8, 20, 54, 70, 90) },
  {
    by: 'community-liu',
    when: on(45, '09:10'),
    does: 'finish',
    topic,
    step: 'list',
    words: '续聘、招标、自管三种办法都列上。',
  },
  {
    by: 'community-liu',
    when: on(44, '15:00'),
    does: 'finish',
    topic,
    step: 'settle',
    words: '先就续聘方案征求意见并表决；不通过再启动招标。',
  },
  {
    by: 'community-liu',
    when: on(43, '09:00'),
    does: 'announce',
    topic,
    title: '关于续聘幸福物业的公告',
    words:
      '业委会与幸福物业谈成的续聘条件：费用不涨；保洁每天两次、垃圾点每天清三次；电话报修半小时内回复；季度满意率低于七成，扣当季酬金的百分之五。合同全文贴在各门洞，也可以到业委会查看。',
    matters: [matter],
  },
  { by: 'community-liu', when: on(43, '09:10'), does: 'finish', topic, step: 'announce' },
  {
    by: 'resident-li',
    when: on(42, '20:00'),
    does: 'say',
    topic,
    voice: 'property for',
    stance: 'for',
    text: '张师傅他们修东西是快的，换一家不一定更好。扣酬金这一条写进合同，我就赞成。',
  },
  {
    by: 'resident-wang',
    when: on(42, '20:20'),
    does: 'say',
    topic,
    voice: 'property against',
    stance: 'against',
    text: '车库积水拖了一个多礼拜才找到原因，我看应该招标比一比，不比怎么知道价钱合不合理。',
  },
  {
    by: 'community-liu',
    when: on(36, '16:00'),
    does: 'summarise',
    topic,
    words:
      '赞成续聘的看重响应快、费用不涨；反对的主要对车库积水和绿化不满，要求招标比价。业委会已把车库排水写进合同附件，并约定满意率扣款。',
  },
  {
    by: 'community-liu',
    when: on(36, '16:10'),
    does: 'finish',
    topic,
    step: 'discuss',
    words: '两方面意见都已写进小结，交业主表决。',
  },
  {
    by: 'community-liu',
    when: on(36, '17:00'),
    does: 'announceVote',
    vote,
    topic,
    title: '续聘幸福物业三年',
    announcement: '请全体业主表决是否按新合同续聘幸福物业三年。不会用手机的，楼组长会把选票送上门。',
    question: {
      method: 'single',
      text: matter,
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'shanghai-owners-ordinary',
    electorate: 'owners',
    secrecy: 'untilClose',
    showsTurnout: true,
    opensAt: on(26, '09:00'),
    closesAt: on(8, '20:00'),
  },
  { when: on(26, '09:01'), does: 'strike' },
  {
    by: 'resident-zheng',
    when: on(25, '20:00'),
    does: 'cast',
    vote,
    choice: { option: 'approve' },
    all: ['resident-zheng', 'resident-li', 'resident-gu', 'community-he', 'elder-chen'],
  },
  {
    by: 'resident-wang',
    when: on(25, '21:00'),
    does: 'cast',
    vote,
    choice: { option: 'against' },
    all: ['resident-wang', 'resident-xu'],
  },
  {
    by: 'community-he',
    when: on(12, '15:00'),
    does: 'enterPaper',
    vote,
    choice: { option: 'approve' },
    sheet: 'ballotSheet',
    units:
      '3-1-101 3-1-402 3-1-501 3-2-101 3-2-201 3-2-202 3-2-301 3-2-402 5-1-302 5-2-101 5-2-102 5-2-301 5-2-402 6--102 6--103 6--301 6--401 6--403 6--501 6--503',
  },
  {
    by: 'street-sun',
    when: on(12, '15:00'),
    does: 'enterPaper',
    vote,
    choice: { option: 'against' },
    sheet: 'ballotSheet',
    units: '3-2-401 5-1-401 5-1-402 5-2-201 5-2-202 5-2-302 5-2-401 6--203',
  },
  {
    by: 'community-liu',
    when: on(12, '15:00'),
    does: 'enterPaper',
    vote,
    choice: { abstain: true },
    sheet: 'ballotSheet',
    units: '3-1-202 3-2-302 6--502',
  },
  {
    by: 'community-liu',
    when: on(11, '10:00'),
    does: 'confirmPaper',
    vote,
    units:
      '3-1-101 3-1-402 3-1-501 3-2-101 3-2-201 3-2-202 3-2-301 3-2-402 5-1-302 5-2-101 5-2-102 5-2-301 5-2-402 6--102 6--103 6--301 6--401 6--403 6--501 6--503 3-2-401 5-1-401 5-1-402 5-2-201 5-2-202 5-2-302 5-2-401 6--203',
  },
  { by: 'community-he', when: on(11, '10:00'), does: 'confirmPaper', vote, units: '3-1-202 3-2-302 6--502' },
  { when: on(8, '20:01'), does: 'strike' },
  { by: 'community-liu', when: on(7, '10:00'), does: 'settle', vote, issued: 40, returned: 33, invalid: 2 },
  { by: 'community-liu', when: on(6, '09:00'), does: 'publish', vote },
  {
    by: 'resident-wang',
    when: on(5, '20:30'),
    does: 'object',
    vote,
    objection: 'sheets at the door',
    words:
      '我们楼有两张选票是物业保安上门收的。物业自己是这次表决的对象，由它的人收票合适吗？请说明收了哪几户，票有没有封口。',
  },
  {
    by: 'community-liu',
    when: on(4, '15:20'),
    does: 'answer',
    vote,
    objection: 'sheets at the door',
    words:
      '已核实：3 号楼 1 单元有两户请保安顺路带下楼，票装在封口的信封里，交到居委会时封口完好，两户本人今天电话确认是自己填的。今后收票一律由楼组长和居委会两人上门，保安不再经手。',
  },
  {
    by: 'resident-xu',
    when: on(2, '09:40'),
    does: 'object',
    vote,
    objection: 'contract annex',
    words: '公告说车库排水写进合同附件，可是贴出来的附件里没有这一条。是漏贴了，还是后来删掉了？',
  },
];
