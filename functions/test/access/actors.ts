import type { Grant } from '@suishoupai/shared/people/contract';
import type { Person, Service } from '../service.ts';

/**
 * Who asks, in the order of the columns of the matrix. Both communities name their grids and departments alike, so that whoever compares
 * those alone lets the wrong ones in.
 */
export const columns = [
  'nobody',
  'own',
  'mate',
  'neighbour',
  'unbound',
  'far',
  'grid',
  'otherGrid',
  'farGrid',
  'handler',
  'department',
  'farDepartment',
  'staff',
  'colleague',
  'farStaff',
  'street',
  'farStreet',
  'supplier',
  'otherSupplier',
  'farSupplier',
  'former',
] as const;
export type Column = (typeof columns)[number];
type Actor = Exclude<Column, 'nobody'>;

const near = { communityId: 'xfl' };
const far = { communityId: 'ygl' };
const handler = { role: 'departmentStaff', departmentId: 'dep_wuye', label: '幸福物业' } as const;
const supplier = { role: 'supplier', supplierId: 'sup_liangyou', label: '粮油店' } as const;

const grants: Record<Actor, readonly Grant[]> = {
  own: [],
  mate: [],
  neighbour: [],
  unbound: [],
  far: [],
  grid: [{ role: 'gridWorker', ...near, gridId: 'grd_01', label: '网格员 01' }],
  otherGrid: [{ role: 'gridWorker', ...near, gridId: 'grd_02', label: '网格员 02' }],
  farGrid: [{ role: 'gridWorker', ...far, gridId: 'grd_01', label: '阳光里网格员 01' }],
  handler: [{ ...handler, ...near }],
  department: [{ role: 'departmentStaff', ...near, departmentId: 'dep_chengguan', label: '城管中队' }],
  farDepartment: [{ ...handler, ...far, label: '阳光物业' }],
  staff: [{ role: 'communityStaff', ...near, label: '幸福里居委会' }],
  colleague: [{ role: 'communityStaff', ...near, label: '幸福里居委会何干事' }],
  farStaff: [{ role: 'communityStaff', ...far, label: '阳光里居委会' }],
  street: [{ role: 'coordinator', streetId: 'str_changning', label: '长宁街道' }],
  farStreet: [{ role: 'coordinator', streetId: 'str_xinhua', label: '新华街道' }],
  supplier: [{ ...supplier, ...near }],
  otherSupplier: [{ ...supplier, ...near, supplierId: 'sup_lifa', label: '理发店' }],
  farSupplier: [{ ...supplier, ...far }],
  /** Signed in while on the staff, the grant taken back since: the token still says staff. */
  former: [{ role: 'communityStaff', ...near, label: '幸福里居委会前干事' }],
};

export type Cast = Record<Actor, Person>;

export const signInAll = async (service: Service): Promise<Cast> => {
  const people = new Map<Actor, Person>();
  for (const [actor, held] of Object.entries(grants) as [Actor, readonly Grant[]][]) {
    people.set(actor, await service.signIn(`yinbi-${actor}`, ...held));
  }
  const former = people.get('former');
  for (const grant of grants.former)
    if (former !== undefined) await service.stores.people.revoke(former.personId, grant);
  return Object.fromEntries(people) as Cast;
};
