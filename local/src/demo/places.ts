import type { DepartmentKey } from '@suishoupai/shared/duty/default';
import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import { expandDefaultDuty } from '@suishoupai/shared/duty/rules';
import type { CommunityId, DepartmentId, GridId, StreetId } from '@suishoupai/shared/ids';
import type { Community, Department, Polygon } from '@suishoupai/shared/places/contract';
import { openingDuty } from './places-duty.ts';

type Corner = readonly [lng: number, lat: number];
/** Rows of corners from south to north, each from west to east: the streets between grids. */
type Lattice = readonly (readonly Corner[])[];

const polygon = (ring: readonly Corner[]): Polygon => {
  const [first] = ring;
  const closed = first === undefined ? ring : [...ring, first];
  return { type: 'Polygon', coordinates: [closed.map(([lng, lat]): [number, number] => [lng, lat])] };
};

const outline = (lattice: Lattice): Polygon => {
  const [south = []] = lattice;
  const north = lattice.at(-1) ?? [];
  const between = lattice.slice(1, -1);
  const east = between.flatMap((row) => row.slice(-1));
  const west = between.flatMap((row) => row.slice(0, 1)).reverse();
  return polygon([...south, ...east, ...[...north].reverse(), ...west]);
};

/** The fields of the lattice, row by row from the north-west, as grids are numbered. */
const fields = (lattice: Lattice): Polygon[] =>
  lattice
    .slice(0, -1)
    .map((south, row) => {
      const north = lattice[row + 1] ?? [];
      return south.slice(0, -1).map((corner, column) => {
        const others = [south[column + 1], north[column + 1], north[column]].filter((found) => found !== undefined);
        return polygon([corner, ...others]);
      });
    })
    .reverse()
    .flat();

type Drawing = {
  lattice: Lattice;
  firstGrid: number;
  departments: readonly (readonly [key: DepartmentKey | 'juwei', name: string, phone: string])[];
} & Pick<Community, 'id' | 'name' | 'street' | 'streetId' | 'hotline' | 'settings'>;

export type DemoCommunity = { community: Community; duty: DutyDocument };

const kinds: Partial<Record<DepartmentKey | 'juwei', NonNullable<Department['kind']>>> = {
  wuye: 'company',
  dianli: 'company',
  juwei: 'community',
};

const draw = ({ lattice, firstGrid, departments, ...community }: Drawing): DemoCommunity => {
  const idOf = (key: DepartmentKey | 'juwei'): DepartmentId => `dep_${key}`;
  const has = (key: DepartmentKey) => departments.some(([known]) => known === key);
  return {
    community: {
      ...community,
      boundary: outline(lattice),
      grids: fields(lattice).map((boundary, index) => {
        const number = String(firstGrid + index).padStart(2, '0');
        return { id: `grd_${number}` satisfies GridId, name: `网格 ${number}`, boundary };
      }),
      departments: departments.map(([key, name, phone]) => ({
        id: idOf(key),
        name,
        phone,
        ...(kinds[key] === undefined ? {} : { kind: kinds[key] }),
      })),
    },
    duty: openingDuty(
      expandDefaultDuty((key) => (has(key) ? idOf(key) : undefined)),
      `${community.name.replace('社区', '')}居委会`,
    ),
  };
};

const changning: StreetId = 'str_changning';
export const xingfuli: CommunityId = 'xfl';
/** After 幸福里 in the order of ids: who has no community yet is shown the first, and that is the one with something going on. */
const hepingyuan: CommunityId = 'xhp';

/** Two neighbours with a street between them, in gcj02. Names and numbers are made up. */
export const demoCommunities: readonly DemoCommunity[] = [
  draw({
    id: xingfuli,
    name: '幸福里社区',
    street: '长宁街道',
    streetId: changning,
    hotline: { phone: '021-5550 0100', contact: '李主任', hours: '每天 8:00–20:00' },
    settings: { jurisdiction: 'shanghai', topicSupports: 8 },
    firstGrid: 5,
    lattice: [
      [
        [121.4172, 31.2174],
        [121.4194, 31.217],
        [121.4215, 31.2172],
        [121.4238, 31.2168],
      ],
      [
        [121.4169, 31.2196],
        [121.4192, 31.2193],
        [121.4216, 31.2195],
        [121.424, 31.2192],
      ],
      [
        [121.4174, 31.2219],
        [121.4195, 31.2221],
        [121.4218, 31.2218],
        [121.4241, 31.222],
      ],
    ],
    departments: [
      ['wuye', '幸福物业', '021-5550 0111'],
      ['chengguan', '城管中队', '021-5550 0112'],
      ['huanwei', '环卫所', '021-5550 0113'],
      ['xiaofang', '消防救援站', '021-5550 0114'],
      ['dianli', '供电公司', '021-5550 0115'],
      ['paishui', '排水所', '021-5550 0116'],
      ['lvhua', '绿化所', '021-5550 0117'],
      ['juwei', '幸福里居委会', '021-5550 0100'],
    ],
  }),
  draw({
    id: hepingyuan,
    name: '和平苑社区',
    street: '长宁街道',
    streetId: changning,
    hotline: { phone: '021-5550 0200', contact: '孙主任', hours: '工作日 8:30–17:30' },
    firstGrid: 1,
    lattice: [
      [
        [121.4245, 31.2167],
        [121.4268, 31.2169],
        [121.4289, 31.2166],
      ],
      [
        [121.4247, 31.2191],
        [121.4269, 31.2192],
        [121.4291, 31.219],
      ],
      [
        [121.4248, 31.222],
        [121.4267, 31.2218],
        [121.4288, 31.2221],
      ],
    ],
    departments: [
      ['wuye', '和平物业', '021-5550 0211'],
      ['chengguan', '城管中队', '021-5550 0112'],
      ['huanwei', '环卫所', '021-5550 0113'],
      ['shizheng', '市政养护所', '021-5550 0218'],
      ['juwei', '和平苑居委会', '021-5550 0200'],
    ],
  }),
];
