import { on } from '../../story.ts';
import type { HallStory } from '../act.ts';

const weekend = 'weekend room';
const weekendStory: HallStory = [
  {
    by: 'elder-chen',
    when: on(11, '20:10'),
    does: 'propose',
    topic: weekend,
    kind: 'misc',
    title: '老年活动室周末也开门',
    words:
      '活动室现在只开到星期五下午。星期六星期天儿女上班的上班、带小孩的带小孩，我们老头老太反倒没地方去，只好坐在门洞口吹风。请周末也开半天，钥匙可以由我们几个轮流管，水电省着用。',
  },
  {
    by: 'elder-chen',
    when: on(6, '16:00'),
    does: 'support',
    topic: weekend,
    all: ['resident-gu', 'resident-xu', 'resident-zheng', 'resident-zhou', 'grid-07', 'resident-wang'],
  },
];

const dogs: HallStory = [
  {
    by: 'resident-lin',
    when: on(3, '21:00'),
    does: 'propose',
    topic: 'dogs',
    kind: 'worry',
    title: '划一块遛狗的地方，其他地方牵绳拴好',
    words:
      '我自己也养狗，知道有人怕狗。与其天天吵，不如在北门边划一块有围栏的地方让狗跑，别处一律牵绳、拾便。拾便袋和垃圾桶我愿意先出一个月的。',
    photos: ['seatWish'],
  },
  { by: 'resident-lin', when: on(2, '21:00'), does: 'support', topic: 'dogs', all: ['grid-08'] },
];

const gate: HallStory = [
  {
    by: 'resident-zheng',
    when: on(17, '20:00'),
    does: 'propose',
    topic: 'gate',
    kind: 'worry',
    title: '北门夜里十一点以后刷卡进出',
    words:
      '北门整夜开着，上个月连着丢了三辆自行车，还有人半夜进来翻垃圾桶。请装一个刷卡的小门，夜里十一点到早上五点刷卡或刷脸进出，急救和消防可以一键打开。',
    photos: ['stall'],
  },
  {
    by: 'resident-zheng',
    when: on(13, '20:00'),
    does: 'support',
    topic: 'gate',
    all: ['resident-zhou', 'resident-wang', 'resident-li', 'resident-lin', 'grid-08', 'staff-wuye-b', 'resident-gu'],
  },
];

const lawn: HallStory = [
  {
    by: 'staff-wuye-b',
    when: on(17, '20:10'),
    does: 'propose',
    topic: 'lawn',
    kind: 'major',
    title: '把中心花园整个改成停车场',
    words: '中心花园白天没几个人，改成停车场能停五十多辆车，停车的事一次解决，也不用再争来争去。',
  },
  {
    by: 'staff-wuye-b',
    when: on(13, '20:05'),
    does: 'support',
    topic: 'lawn',
    all: ['resident-wang', 'resident-lin', 'grid-08', 'grid-07', 'resident-zhou', 'resident-zheng', 'community-he'],
  },
  {
    by: 'community-liu',
    when: on(10, '15:00'),
    does: 'refuse',
    topic: 'lawn',
    reason:
      '中心花园是规划上的集中绿地，绿地率已经低于规定，绿化和规划部门答复不能整体改变用途，表决通过也办不了。停车难的事另立议题，从草坪边角、限时和错时停车想办法，欢迎到那边继续说。',
  },
];

const piano: HallStory = [
  {
    by: 'resident-xu',
    when: on(50, '20:00'),
    does: 'propose',
    topic: 'piano',
    kind: 'misc',
    title: '晚上八点以后不练琴',
    words: '楼上小囡每天练琴练到九点多，弹得好也吃不消。请定个规矩，晚上八点以后、中午一点以前不练琴、不练萨克斯。',
  },
  { by: 'resident-xu', when: on(49, '20:10'), does: 'support', topic: 'piano', all: ['elder-chen', 'resident-gu'] },
  { when: on(19, '22:00'), does: 'strike' },
];

/** Topics that are on their way to be taken up, or were not: nearly enough support, little, waiting for an answer, refused, lapsed. */
export const proposalStories: readonly HallStory[] = [weekendStory, dogs, gate, lawn, piano];
