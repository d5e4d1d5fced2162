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
