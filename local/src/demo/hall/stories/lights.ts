import { on } from '../../story.ts';
import type { HallStory } from '../act.ts';
import { sevenSteps } from './plans.ts';

const topic = 'lights';
const matter = '三幢楼的楼道灯统一换成人体感应的 LED 灯，电费仍由公共收益支付';

/** Announced: what will be voted on is known, the vote opens in a few days. */
export const lightsStory: HallStory = [
  {
    by: 'resident-gu',
    when: on(11, '20:20'),
    does: 'propose',
    topic,
    kind: 'worry',
    title: '楼道灯要么不亮要么不灭，能不能统一换掉',
    words:
      '3 号楼 1 单元的声控灯，要跺脚才亮，老人提着菜跺不动脚；5 号楼的又整夜亮着。坏一个修一个，灯泡的样子都不一样。请统一换成人体感应的，走过去就亮，走开就灭。',
    photos: ['lampOff'],
  },
  {
    by: 'resident-gu',
    when: on(10, '20:05'),
    does: 'support',
    topic,
    all: ['resident-li', 'elder-chen', 'resident-wang', 'resident-zhou', 'resident-lin', 'resident-xu', 'community-he'],
  },
  { by: 'community-he', when: on(7, '10:00'), does: 'takeUp', topic, steps: sevenSteps(1, 2, 9, 12, 20, 40, 50) },
  {
    by: 'community-he',
    when: on(6, '09:00'),
    does: 'finish',
    topic,
    step: 'list',
    words: '三幢楼共 96 个灯位，物业已逐层登记。',
  },
  {
    by: 'community-he',
    when: on(5, '16:00'),
    does: 'finish',
    topic,
    step: 'settle',
    words: '只议换灯，楼道粉刷另议。',
  },
  {
    by: 'community-he',
    when: on(2, '09:00'),
    does: 'announce',
    topic,
    title: '关于统一更换楼道灯的公告',
    words:
      '拟把三幢楼 96 个楼道灯统一换成人体感应的 LED 灯，每个 58 元含安装，合计 5568 元，从小区公共收益中列支；预计一年省电费约 2100 元。样灯已装在 3 号楼 1 单元一到三层，请大家走一走、看一看。',
    matters: [matter],
  },
  {
    by: 'community-he',
    when: on(2, '09:30'),
    does: 'announceVote',
    vote: 'lights',
    topic,
    title: '楼道灯统一换成感应灯',
    announcement: '请已认证的居民表决是否统一更换楼道灯。样灯装在 3 号楼 1 单元，可以先去看。',
    question: {
      method: 'single',
      text: matter,
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
    opensAt: on(-2, '09:00'),
    closesAt: on(-7, '20:00'),
  },
];
