import { ago, on } from '../../story.ts';
import type { HallStory } from '../act.ts';
import { sevenSteps } from './plans.ts';

const topic = 'roof';
const vote = 'roof';
const meeting = 'roof hearing';
const matter = '按每平方米 35 元续筹专项维修资金，并用其中 58 万元大修 3、5、6 号楼的屋面和外墙';
const plan = { file: 'roof-plan.pdf', name: '屋面外墙大修施工方案' } as const;

/** A big matter that owners are voting on now: by area and by heads, on phones and on paper, near the threshold and not there yet. */
export const roofStory: HallStory = [
  {
    by: 'resident-li',
    when: on(50, '19:00'),
    does: 'propose',
    topic,
    kind: 'major',
    title: '屋面和外墙漏了好几年，动用维修资金一次修好',
    words:
      '我们三幢楼是九十年代造的，屋面的油毡早就老化，去年梅雨季 3 号楼顶层五户、5 号楼西山墙七户家里都渗水，墙皮一块块往下掉。年年补、年年漏，补一次就是一两万。物业说要根治只能整个屋面重做、外墙重新做防水。维修资金账上不够，要续筹。请大家一起议一议，该怎么修、钱怎么出。',
    photos: ['wet', 'stairs'],
  },
  {
    by: 'resident-li',
    when: on(49, '20:00'),
    does: 'support',
    topic,
    all: ['resident-wang', 'resident-zhou', 'resident-gu', 'resident-zheng', 'resident-xu', 'grid-08', 'resident-lin'],
  },
  { by: 'community-liu', when: on(45, '10:00'), does: 'takeUp', topic, steps: sevenSteps(2, 5, 18, 32, 52, 120, 140) },
  {
    by: 'community-liu',
    when: on(44, '09:00'),
    does: 'finish',
    topic,
    step: 'list',
    words: '列了三件：屋面、外墙、顶层补偿。',
  },
  {
    by: 'community-liu',
    when: on(41, '16:00'),
    does: 'finish',
    topic,
    step: 'settle',
    words: '这次议屋面和外墙的大修与续筹。顶层住户的室内修补由物业另行登记，不占这笔钱。',
  },
  {
    by: 'community-liu',
    when: on(29, '09:00'),
    does: 'announce',
    topic,
    title: '关于续筹维修资金、大修三幢楼屋面外墙的公告',
    words:
      '第三方勘察已出报告（贴在各门洞）：三幢楼屋面防水层失效，外墙空鼓 412 平方米。大修预算 58 万元，包括屋面重做防水与保温、外墙铲除空鼓重做、雨水管更换，质保五年。现有维修资金余额 21 万元，需按专有面积每平方米 35 元续筹，七十平方米的一户约 2450 元，可分两年交清；低保和特困家庭由街道帮扶。',
    matters: [matter],
  },
  { by: 'community-liu', when: on(29, '09:10'), does: 'finish', topic, step: 'announce' },
  {
    by: 'community-liu',
    when: on(23, '10:00'),
    does: 'call',
    meeting,
    kind: 'hearing',
    title: '屋面外墙大修方案听证会',
    place: '幸福里居委会二楼议事厅',
    online: '腾讯会议 552 018 336',
    startsAt: on(17, '19:00'),
    endsAt: on(17, '20:40'),
    agenda: [
      { title: '勘察单位说明三幢楼的漏水原因', minutes: 20, topic },
      { title: '施工方案和 58 万元预算逐项说明', minutes: 30, topic },
      { title: '业主提问，设计和物业回答', minutes: 40 },
      { title: '听证代表表态', minutes: 10 },
    ],
    invited: '三幢楼全体业主，勘察、设计单位，物业，街道房管办',
    chair: '刘书记',
    recorder: '何干事',
    quorum: { expected: 12, numerator: 1, denominator: 2, kind: 'moreThan', source: '幸福里议事规则第八条' },
    topics: [topic],
  },
  { by: 'community-liu', when: on(17, '18:25'), does: 'openMeeting', meeting },
  {
    by: 'community-liu',
    when: on(17, '18:50'),
    does: 'attend',
    meeting,
    how: 'code',
    all: ['resident-li', 'resident-wang', 'resident-gu', 'resident-zheng', 'resident-xu', 'elder-chen'],
  },
  {
    by: 'resident-lin',
    when: on(17, '19:05'),
    does: 'attend',
    meeting,
    how: 'online',
    all: ['resident-lin', 'resident-zhou'],
  },
  {
    by: 'community-he',
    when: on(17, '19:10'),
    does: 'attendOnPaper',
    meeting,
    name: '谢阿根',
    household: '5 号楼 1 单元 302',
    witnesses: ['顾佩珍', '郑晓雯'],
  },
  {
    by: 'community-he',
    when: on(17, '19:12'),
    does: 'attendOnPaper',
    meeting,
    name: '柳桂英',
    household: '6 号楼 201',
    witnesses: ['陈德明', '徐国平'],
  },
  { by: 'community-liu', when: on(17, '20:45'), does: 'endMeeting', meeting },
  {
    by: 'community-he',
    when: on(16, '10:00'),
    does: 'write',
    meeting,
    number: 1,
    sections: [
      {
        heading: '漏水原因',
        words:
          '勘察单位说明：屋面防水层使用 27 年，远超 15 年的设计年限；5 号楼西山墙空鼓最重，敲下来的抹灰层有三处脱落危险。',
      },
      {
        heading: '方案和预算',
        words:
          '屋面重做防水和保温 31.2 万元，外墙 19.6 万元，雨水管 4.1 万元，监理和检测 3.1 万元，合计 58 万元。质保五年，质保金百分之五。',
      },
      {
        heading: '提问和回答',
        words:
          '顾佩珍问雨天能不能施工：不能，工期留了 15 天余量。徐国平问一楼为什么也要出钱：屋面外墙是共有部分，按面积分摊。谢阿根问能不能分期：可分两年交清。',
      },
    ],
    resolutions: [{ words: '听证代表 10 人，9 人同意把方案提交业主表决，1 人保留意见。', topic }],
    photos: ['meetingRoom'],
    attachments: [plan],
  },
  { by: 'community-liu', when: on(16, '14:00'), does: 'sign', meeting, number: 1, role: 'chair' },
  { by: 'community-he', when: on(16, '14:10'), does: 'sign', meeting, number: 1, role: 'recorder' },
  {
    by: 'community-he',
    when: on(14, '09:30'),
    does: 'write',
    meeting,
    number: 2,
    reason: '徐国平指出回答记得不全，补上底层住户的分摊和交款办法，附预算表',
    sections: [
      {
        heading: '漏水原因',
        words:
          '勘察单位说明：屋面防水层使用 27 年，远超 15 年的设计年限；5 号楼西山墙空鼓最重，敲下来的抹灰层有三处脱落危险。',
      },
      {
        heading: '方案和预算',
        words:
          '屋面重做防水和保温 31.2 万元，外墙 19.6 万元，雨水管 4.1 万元，监理和检测 3.1 万元，合计 58 万元。质保五年，质保金百分之五。',
      },
      {
        heading: '提问和回答',
        words:
          '顾佩珍问雨天能不能施工：不能，工期留了 15 天余量。徐国平问一楼为什么也要出钱：屋面外墙是共有部分，按专有面积分摊，一楼 61.08 平方米的一户为 2137.80 元。谢阿根问能不能分期：可分两年交清，第一年交六成；有困难的向居委会申请，街道帮扶。',
      },
    ],
    resolutions: [{ words: '听证代表 10 人，9 人同意把方案提交业主表决，1 人保留意见。', topic }],
    photos: [],
    attachments: [plan, { file: 'roof-budget.xlsx', name: '屋面外墙大修工程预算表' }],
  },
  { by: 'community-liu', when: on(14, '11:00'), does: 'sign', meeting, number: 2, role: 'chair' },
  { by: 'community-he', when: on(14, '11:05'), does: 'sign', meeting, number: 2, role: 'recorder' },
  {
    by: 'community-liu',
    when: on(14, '14:00'),
    does: 'finish',
    topic,
    step: 'discuss',
    words: '听证会纪要已双签，方案照听证会的意见改了两处。',
  },
  {
    by: 'community-liu',
    when: on(14, '15:00'),
    does: 'announceVote',
    vote,
    topic,
    title: '续筹维修资金，大修屋面和外墙',
    announcement:
      '请全体业主表决。筹集维修资金属于重大事项：参与表决的面积和人数都要达到三分之二，其中面积和人数都有四分之三以上同意才通过。截止前可以改；同一户手机和纸质都投的，以先到的为准。',
    question: {
      method: 'single',
      text: matter,
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'shanghai-owners-major',
    electorate: 'owners',
    secrecy: 'untilClose',
    showsTurnout: true,
    opensAt: on(7, '09:00'),
    closesAt: on(-3, '20:00'),
  },
  { when: on(7, '09:01'), does: 'strike' },
  {
    by: 'resident-gu',
    when: on(6, '19:30'),
    does: 'cast',
    vote,
    choice: { option: 'approve' },
    all: ['resident-gu', 'resident-zheng', 'community-he'],
  },
  {
    by: 'resident-wang',
    when: on(5, '21:10'),
    does: 'cast',
    vote,
    choice: { option: 'approve' },
    all: ['resident-wang'],
  },
  {
    by: 'community-he',
    when: on(3, '16:00'),
    does: 'enterPaper',
    vote,
    choice: { option: 'approve' },
    sheet: 'ballotSheet',
    units:
      '3-1-201 3-1-302 3-2-102 3-2-301 3-2-302 3-2-401 5-1-201 5-1-202 5-1-302 5-1-401 5-2-201 5-2-401 5-2-402 6--103 6--201 6--203 6--301 6--403 6--503',
  },
  {
    by: 'community-liu',
    when: on(3, '16:00'),
    does: 'enterPaper',
    vote,
    choice: { option: 'against' },
    sheet: 'ballotSheet',
    units: '3-1-101 3-1-501 3-2-101 3-2-201 3-2-402',
  },
  {
    by: 'community-liu',
    when: on(2, '10:00'),
    does: 'confirmPaper',
    vote,
    units:
      '3-1-201 3-1-302 3-2-102 3-2-301 3-2-302 3-2-401 5-1-201 5-1-202 5-1-302 5-1-401 5-2-201 5-2-401 5-2-402 6--103 6--201 6--203 6--301 6--403 6--503',
  },
  {
    by: 'community-he',
    when: on(2, '10:10'),
    does: 'confirmPaper',
    vote,
    units: '3-1-101 3-1-501 3-2-101 3-2-201 3-2-402',
  },
  {
    by: 'community-he',
    when: ago(95),
    does: 'enterPaper',
    vote,
    choice: { option: 'approve' },
    sheet: 'ballotSheet',
    units: '6--402 5-2-302',
  },
  { when: ago(2), does: 'strike' },
];
