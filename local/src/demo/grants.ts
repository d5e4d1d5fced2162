import type { StreetId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';
import { demoCommunities, xingfuli } from './places.ts';

const staffOf = (department: string, label: string, post: 'A' | 'B' = 'A'): Grant => ({
  role: 'departmentStaff',
  communityId: xingfuli,
  departmentId: `dep_${department}`,
  label,
  post,
});
const gridOf = (number: string): Grant => ({
  role: 'gridWorker',
  communityId: xingfuli,
  gridId: `grd_${number}`,
  label: `网格员 ${number}`,
});
const streetId: StreetId = demoCommunities[0]?.community.streetId ?? 'str_none';

/** What the personas may do beyond a resident's rights. Labels are posts, as the public trace shows them. */
export const demoGrants: readonly (readonly [persona: string, grant: Grant])[] = [
  ['staff-wuye', staffOf('wuye', '幸福物业')],
  ['staff-wuye-b', staffOf('wuye', '幸福物业值班', 'B')],
  ['staff-chengguan', staffOf('chengguan', '城管中队')],
  ['staff-huanwei', staffOf('huanwei', '环卫所')],
  ['staff-xiaofang', staffOf('xiaofang', '消防救援站')],
  ['staff-paishui', staffOf('paishui', '排水所')],
  ['staff-dianli', staffOf('dianli', '供电公司')],
  ['grid-07', gridOf('07')],
  ['grid-08', gridOf('08')],
  ['community-liu', { role: 'communityStaff', communityId: xingfuli, label: '幸福里居委会' }],
  ['community-he', { role: 'communityStaff', communityId: xingfuli, label: '幸福里居委会何干事', post: 'B' }],
  ['shop-barber', { role: 'supplier', communityId: xingfuli, supplierId: 'sup_lifa', label: '便民理发店' }],
  ['street-sun', { role: 'coordinator', streetId, label: '长宁街道' }],
];
