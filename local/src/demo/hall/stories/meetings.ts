import { ago, on } from '../../story.ts';
import type { HallStory } from '../act.ts';

const evening = 'winter safety';

/** Going on at this moment: the code stands on the screen in the room. */
export const eveningStory: HallStory = [
  {
    by: 'community-liu',
    when: on(5, '10:30'),
    does: 'call',
    meeting: evening,
    kind: 'hearth',
    title: '民情恳谈会：入冬以后的用火用电',
    place: '老年活动室',
    online: '腾讯会议 830 116 527',
    startsAt: ago(20),
    endsAt: ago(-70),
    agenda: [
      { title: '马站长讲三个身边的火情', minutes: 20 },
      { title: '楼道堆物和飞线充电，大家说说自己那个门洞', minutes: 40 },
      { title: '独居老人上门查电线，报名登记', minutes: 30 },
    ],
    invited: '各楼居民，想来的都可以来',
    chair: '刘书记',
    recorder: '何干事',
    topics: [],
  },
  { by: 'community-liu', when: ago(55), does: 'openMeeting', meeting: evening },
  {
    by: 'community-liu',
    when: ago(24),
    does: 'attend',
    meeting: evening,
    how: 'code',
    all: ['elder-chen', 'resident-gu', 'resident-xu', 'resident-zhou', 'grid-07'],
  },
  { by: 'resident-lin', when: ago(18), does: 'attend', meeting: evening, how: 'online', all: ['resident-lin'] },
  {
    by: 'community-he',
    when: ago(15),
    does: 'attendOnPaper',
    meeting: evening,
    name: '方月华',
    household: '6 号楼 502',
    witnesses: ['陈德明', '徐国平'],
  },
];

const mediation = 'carport mediation';
const fire =
  '马站长现场量过：车棚离楼体 7.5 米，加防火隔板和喷淋后符合要求。徐伯伯问半夜误报怎么办：报警先到物业值班室，不鸣外笛。';

/** Between those who want the carport and those who live above it. */
export const mediationStory: HallStory = [
  {
    by: 'community-liu',
    when: on(62, '10:00'),
    does: 'call',
    meeting: mediation,
    kind: 'mediation',
    title: '6 号楼前车棚改造，当面说清楚',
    place: '6 号楼前单车棚',
    startsAt: on(58, '19:00'),
    endsAt: on(58, '20:00'),
    agenda: [
      { title: '马站长说消防：隔板、喷淋、报警', minutes: 25, topic: 'carport' },
      { title: '充电收费和夜里断电的时间', minutes: 35, topic: 'carport' },
    ],
    invited: '6 号楼居民、骑电动车的住户，消防救援站、物业',
    chair: '刘书记',
    recorder: '何干事',
    topics: ['carport'],
  },
  { by: 'community-liu', when: on(58, '18:50'), does: 'openMeeting', meeting: mediation },
  {
    by: 'community-liu',
    when: on(58, '18:50'),
    does: 'attend',
    meeting: mediation,
    how: 'code',
    all: ['elder-chen', 'resident-xu', 'resident-zhou', 'resident-lin'],
  },
  { by: 'community-liu', when: on(58, '20:10'), does: 'endMeeting', meeting: mediation },
  {
    by: 'community-he',
    when: on(58, '20:10'),
    does: 'write',
    meeting: mediation,
    number: 1,
    sections: [
      { heading: '消防', words: fire },
      { heading: '收费和断电', words: '每度按电价加 0.3 元，每季度公布账目；晚十一点后自动断电，大家都同意。' },
    ],
    resolutions: [{ words: '照今晚说定的方案，交全体业主表决。', topic: 'carport' }],
    photos: [],
  },
  { by: 'community-liu', when: on(58, '20:10'), does: 'sign', meeting: mediation, number: 1, role: 'chair' },
  { by: 'community-he', when: on(58, '20:10'), does: 'sign', meeting: mediation, number: 1, role: 'recorder' },
];

const storm = 'carport appraisal';

/** Called off because of the weather. */
export const stormStory: HallStory = [
  {
    by: 'community-he',
    when: on(12, '09:00'),
    does: 'call',
    meeting: storm,
    kind: 'appraisal',
    title: '车棚改造成效评议会',
    place: '6 号楼前电动车棚',
    startsAt: on(7, '18:30'),
    endsAt: on(7, '19:30'),
    agenda: [
      { title: '看现场：充电位、喷淋、摄像头', minutes: 20 },
      { title: '公布三个星期的收支', minutes: 15 },
      { title: '大家提意见', minutes: 25 },
    ],
    invited: '骑电动车的住户和 6 号楼居民',
    chair: '何干事',
    recorder: '顾老师',
    topics: ['carport'],
  },
  {
    by: 'community-he',
    when: on(7, '12:20'),
    does: 'cancelMeeting',
    meeting: storm,
    reason: '气象台发布雷电大风黄色预警，露天开会不安全。收支表已贴在车棚里，意见可以在议题下面说。',
  },
];
