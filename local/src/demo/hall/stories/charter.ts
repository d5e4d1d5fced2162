import { ago, on } from '../../story.ts';
import type { HallStory } from '../act.ts';

const vote = 'charter';
const matter = '通过《幸福里居民公约》修订稿，自公布之日起施行';
const approved =
  '3-1-302 3-2-101 3-2-102 3-2-202 3-2-302 3-2-401 3-2-502 5-1-101 5-1-102 5-1-202 5-2-102 5-2-201 5-2-202 6--103 6--201 6--302 6--503';
const opposed = '3-1-201 3-1-202 3-2-402';

/** Closed, paper and phones reconciled, counted: it waits for somebody to post it. */
export const charterStory: HallStory = [
  {
    by: 'community-he',
    when: on(14, '16:00'),
    does: 'announceVote',
    vote,
    title: '居民公约修订稿',
    announcement:
      '公约修订稿在各门洞贴了一个月，收到 23 条意见，改了 9 处：增加电动车入棚、装修时段、文明养犬、高空抛物四条。每户一票，请全家商量以后投。',
    question: {
      method: 'single',
      text: matter,
      options: [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ],
    },
    ruleSetId: 'households-meeting',
    electorate: 'households',
    secrecy: 'untilClose',
    showsTurnout: true,
    opensAt: on(9, '09:00'),
    closesAt: on(1, '20:00'),
  },
  { when: on(9, '09:01'), does: 'strike' },
  {
    by: 'resident-zhou',
    when: on(6, '20:00'),
    does: 'cast',
    vote,
    choice: { option: 'approve' },
    all: [
      'resident-li',
      'resident-zhou',
      'resident-zheng',
      'resident-gu',
      'community-he',
      'elder-chen',
      'resident-lin',
      'staff-wuye-b',
    ],
  },
  {
    by: 'resident-wang',
    when: on(5, '21:12'),
    does: 'cast',
    vote,
    choice: { option: 'against' },
    all: ['resident-wang', 'grid-08'],
  },
  {
    by: 'community-he',
    when: on(3, '14:00'),
    does: 'enterPaper',
    vote,
    choice: { option: 'approve' },
    sheet: 'ballotSheet',
    units: approved,
  },
  {
    by: 'street-sun',
    when: on(3, '14:00'),
    does: 'enterPaper',
    vote,
    choice: { option: 'against' },
    sheet: 'ballotSheet',
    units: opposed,
  },
  { by: 'community-liu', when: on(2, '10:00'), does: 'confirmPaper', vote, units: `${approved} ${opposed}` },
  { when: on(2, '11:00'), does: 'strike' },
  { when: on(1, '20:01'), does: 'strike' },
  { by: 'community-liu', when: ago(170), does: 'settle', vote, issued: 24, returned: 21, invalid: 1 },
];
