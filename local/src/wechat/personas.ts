import { createHmac } from 'node:crypto';

export type Persona = {
  id: string;
  name: string;
  /** Who this is, for the sign-in screen of the demo. */
  about: string;
  /** WeChat itself refuses to let this account sign in (40226). */
  isRisky?: true;
};

/** The people who can be played in a browser. A persona stands for the WeChat account on a phone; what it may do is the service's affair. */
export const personas: readonly Persona[] = [
  { id: 'resident-li', name: '李阿姨', about: '幸福里社区居民，3 号楼业主' },
  { id: 'resident-wang', name: '王先生', about: '幸福里社区居民，3 号楼业主' },
  { id: 'elder-chen', name: '陈爷爷', about: '幸福里社区居民，78 岁，6 号楼业主' },
  { id: 'resident-zhou', name: '周女士', about: '幸福里社区居民，住 5 号楼' },
  { id: 'resident-gu', name: '顾老师', about: '幸福里 3 号楼业主，退休教师，楼组长' },
  { id: 'resident-zheng', name: '郑女士', about: '幸福里 5 号楼业主，业委会委员' },
  { id: 'resident-xu', name: '徐伯伯', about: '幸福里 6 号楼业主' },
  { id: 'resident-lin', name: '小林', about: '在幸福里 5 号楼租房' },
  { id: 'staff-wuye', name: '张师傅', about: '幸福物业，处理派来的事' },
  { id: 'staff-wuye-b', name: '小吴', about: '幸福物业 B 角，张师傅不在时顶班' },
  { id: 'staff-chengguan', name: '赵队', about: '城管中队，处理派来的事' },
  { id: 'staff-huanwei', name: '周师傅', about: '环卫所，处理派来的事' },
  { id: 'staff-xiaofang', name: '马站长', about: '消防救援站，处理派来的事' },
  { id: 'staff-paishui', name: '钱工', about: '排水所，处理派来的事' },
  { id: 'staff-dianli', name: '冯工', about: '供电公司，处理派来的事' },
  { id: 'grid-07', name: '网格员 07', about: '在 07 网格现场核查' },
  { id: 'grid-08', name: '网格员 08', about: '在 08 网格现场核查' },
  { id: 'community-liu', name: '刘书记', about: '居委会，立案、派遣、审核' },
  { id: 'community-he', name: '何干事', about: '居委会 B 角，复看申诉' },
  { id: 'street-sun', name: '孙主任', about: '长宁街道，协调各部门' },
  { id: 'shop-barber', name: '马师傅', about: '便民理发店，凭码给兑换的人理发' },
  { id: 'risky', name: '风险账号', about: '演示：微信不让这个账号登录', isRisky: true },
];

/** Shaped like an openid of WeChat; the same for the same persona and mini-program, on every machine. */
export const openidOf = (personaId: string, appId: string): string =>
  `o${createHmac('sha256', appId).update(personaId).digest('base64url').slice(0, 27)}`;
