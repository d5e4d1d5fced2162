import { ago, on } from '../../story.ts';
import type { HallStory } from '../act.ts';

const bound = on(80, '10:00');
const homes = [
  ['resident-li', '3', '2', '501', 'owner', '李桂芳', '0428'],
  ['resident-li', '3', '1', '102', 'owner', '李桂芳', '0428'],
  ['resident-wang', '3', '1', '301', 'owner', '王建国', '5512'],
  ['elder-chen', '6', '', '101', 'owner', '陈德明', '1136'],
  ['resident-gu', '3', '1', '401', 'owner', '顾佩珍', '3306'],
  ['resident-zheng', '5', '1', '301', 'owner', '郑晓雯', '8123'],
  ['resident-xu', '6', '', '402', 'owner', '徐国平', '0917'],
  ['community-he', '6', '', '303', 'owner', '何静', '6641'],
  ['resident-lin', '5', '2', '401', 'member', '林小满', undefined],
  ['grid-07', '3', '2', '201', 'member', '黄敏', undefined],
  ['grid-08', '5', '1', '401', 'member', '罗佳佳', undefined],
  ['staff-wuye-b', '6', '', '202', 'member', '吴昊', undefined],
] as const;
const claimOf = (persona: string, room: string) => `${persona} ${room}`;

/** The roll comes in, neighbours are bound to their homes; one was refused as owner and came again. */
export const neighbourStory: HallStory = [
  { by: 'community-liu', when: on(80, '09:00'), does: 'importRoll', fileName: '幸福里业主名册（3、5、6 号楼）.csv' },
  ...homes.map(
    ([by, building, entrance, room, as, name, idTail]) =>
      ({
        by,
        when: bound,
        does: 'claim',
        claim: claimOf(by, room),
        building,
        entrance,
        room,
        as,
        name,
        idTail,
      }) as const,
  ),
  {
    by: 'community-liu',
    when: on(80, '10:40'),
    does: 'approve',
    claims: homes.map(([by, , , room]) => claimOf(by, room)),
  },
  {
    by: 'resident-zhou',
    when: on(79, '19:30'),
    does: 'claim',
    claim: 'zhou as owner',
    ...{ building: '5', entrance: '2', room: '302', as: 'owner', name: '周岚', idTail: '7719' },
  },
  {
    by: 'community-liu',
    when: on(78, '09:20'),
    does: 'refuseClaim',
    claim: 'zhou as owner',
    reason:
      '名册上 5 号楼 2 单元 302 的业主是孙志强一人。您是同住家人，请改按“家庭成员”申请；若产证已加名，请带产证到居委会更正名册。',
  },
  {
    by: 'resident-zhou',
    when: on(78, '12:15'),
    does: 'claim',
    claim: 'zhou as member',
    ...{ building: '5', entrance: '2', room: '302', as: 'member', name: '周岚' },
  },
  { by: 'community-liu', when: on(78, '14:00'), does: 'approve', claims: ['zhou as member'] },
];

/** Requests that have just come in; the last is of a flat that the roll does not have. */
export const waitingClaims: HallStory = [
  {
    by: 'resident-wang',
    when: ago(0),
    does: 'claim',
    claim: 'wang second flat',
    ...{ building: '5', entrance: '1', room: '102', as: 'owner', name: '王建国', idTail: '5512', phone: '13800000512' },
  },
  {
    by: 'staff-huanwei',
    when: ago(0),
    does: 'claim',
    claim: 'not on the roll',
    ...{ building: '6', entrance: '', room: '701', as: 'member', name: '周大明' },
  },
];
