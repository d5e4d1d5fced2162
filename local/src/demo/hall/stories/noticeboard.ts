import { on } from '../../story.ts';
import type { HallStory } from '../act.ts';
import { fastSteps } from './plans.ts';

const topic = 'noticeboard';

/** The fast path: talked over in two days, decided by the committee, posted and being done. */
export const noticeboardStory: HallStory = [
  {
    by: 'resident-xu',
    when: on(6, '08:30'),
    does: 'propose',
    topic,
    kind: 'misc',
    title: '公告栏挪到看得见的地方，字印大一点',
    words:
      '公告栏钉在垃圾房后面的墙上，玻璃又反光，停水通知贴了两天没几个人看见。请挪到 6 号楼前的路口，通知用大字印。',
  },
  { by: 'community-he', when: on(5, '10:00'), does: 'takeUp', topic, steps: fastSteps(0, 2, 3, 7) },
  {
    by: 'resident-gu',
    when: on(4, '09:00'),
    does: 'say',
    topic,
    voice: 'board for',
    stance: 'for',
    text: '赞成。最好加一块挡雨的檐，纸湿了字就糊了。',
  },
  {
    by: 'community-he',
    when: on(4, '17:00'),
    does: 'summarise',
    topic,
    words: '问了三位楼组长和路口两户人家，都没有意见；顾老师建议加雨檐，采纳。通知正文不小于 28 磅字。',
  },
  { by: 'community-he', when: on(4, '17:10'), does: 'finish', topic, step: 'discuss' },
  {
    by: 'community-he',
    when: on(3, '10:00'),
    does: 'finish',
    topic,
    step: 'decide',
    words: '楼组长和相邻两户都同意。',
    decision: '公告栏移到 6 号楼前路口，加雨檐和灯，费用 1860 元由社区办公经费列支，七天内办完。',
  },
  {
    by: 'community-he',
    when: on(3, '10:20'),
    does: 'order',
    topic,
    ticket: 'board works',
    categoryCode: 'C0501',
    words: '把垃圾房后的公告栏移到 6 号楼前路口，加雨檐和一盏灯。',
    basis: 'committee',
    grid: 'grd_07',
    address: '幸福里小区 6 号楼前路口',
  },
];
