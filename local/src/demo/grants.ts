import type { Grant } from '@suishoupai/shared/people/contract';
import { xingfuli } from './places.ts';

const staffOf = (department: string, label: string): Grant => ({
  role: 'departmentStaff',
  communityId: xingfuli,
  departmentId: `dep_${department}`,
  label,
});

/** What the personas may do beyond a resident's rights. Labels are posts, as the public trace shows them. */
export const demoGrants: readonly (readonly [persona: string, grant: Grant])[] = [
  ['staff-wuye', staffOf('wuye', '幸福物业')],
  ['staff-chengguan', staffOf('chengguan', '城管中队')],
  ['staff-huanwei', staffOf('huanwei', '环卫所')],
  ['grid-07', { role: 'gridWorker', communityId: xingfuli, gridId: 'grd_07', label: '网格员 07' }],
  ['community-liu', { role: 'communityStaff', communityId: xingfuli, label: '幸福里居委会' }],
];
