import { defaultNegative } from '@suishoupai/shared/duty/negative-default';
import { expect, test } from 'vitest';
import { aCommunity, aDutyLine } from '../../../functions/test/builders.ts';
import { readCommunityFile } from './community-file.ts';

const departments = { wuye: 'dep_wuye', chengguan: 'dep_chengguan' };
const read = (file: object) => readCommunityFile(JSON.stringify(file));
const problemsOf = (file: object) => {
  const result = read(file);
  return 'problems' in result ? result.problems.join('\n') : '';
};

test('按默认清单开一个社区，每一行都有部门', () => {
  const result = read({ community: aCommunity(), duty: { departments } });
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  const { lines = [], negative = [] } = result.opening.duty ?? {};
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.every(({ departmentId }) => Object.values(departments).includes(departmentId))).toBe(true);
  expect(negative).toEqual(defaultNegative);
});

test('街道、社区自己的设置、部门的性质、分阶段的时限和自己的负面清单，都收', () => {
  const community = aCommunity({
    streetId: 'str_changning',
    settings: { duplicateMetres: 30, answer: { unit: 'workDay', amount: 2 } },
    departments: [
      { id: 'dep_wuye', name: '幸福物业', kind: 'company' },
      { id: 'dep_juwei', name: '幸福里居委会', kind: 'community' },
    ],
  });
  const stages = [{ name: '停工', limit: { unit: 'workHour', amount: 4 } }] as const;
  const duty = {
    lines: [aDutyLine({ stages: [...stages], filing: 'onTheSpot' })],
    negative: [{ id: 'neg_site', codes: ['E03'], text: '工地执法', basis: '《建筑法》' }],
  };
  expect(read({ community, duty })).toEqual({ opening: { community, duty } });
});

test('没有写清单：只更新社区，清单不动', () => {
  expect(read({ community: aCommunity() })).toEqual({ opening: { community: aCommunity(), duty: undefined } });
});

const [grid] = aCommunity().grids;
const outside = {
  type: 'Polygon',
  coordinates: [
    [
      [121.4, 31.2],
      [121.41, 31.2],
      [121.41, 31.21],
      [121.4, 31.2],
    ],
  ],
};

test.each<[string, object, string]>([
  ['网格画到社区外', { community: aCommunity(), grid: { ...grid, boundary: outside } }, '有角点在社区边界之外'],
  [
    '网格编号重复',
    { community: aCommunity({ grids: [grid, grid].filter((each) => each !== undefined) }) },
    '网格编号重复',
  ],
  ['清单派给没有的部门', { lines: [aDutyLine({ departmentId: 'dep_nobody' })] }, '没有部门 dep_nobody'],
  ['清单里有没有的类别', { lines: [aDutyLine({ categoryCode: 'C9999' })] }, '没有这个类别：C9999'],
  [
    '负面清单里的派给居委会',
    {
      community: aCommunity({ departments: [{ id: 'dep_juwei', name: '居委会', kind: 'community' }] }),
      lines: [aDutyLine({ categoryCode: 'E0101', departmentId: 'dep_juwei' })],
    },
    '不能推给居委会',
  ],
  [
    '阶段晚于办结',
    { lines: [aDutyLine({ stages: [{ name: '停工', limit: { unit: 'workDay', amount: 9 } }] })] },
    '要早于办结时限',
  ],
  ['多出一项', { extra: 1 }, 'unrecognized_keys'],
])('%s，说出来，不写入', (_, given, problem) => {
  const {
    community = aCommunity(),
    lines = [aDutyLine()],
    grid: odd,
    ...extra
  } = given as {
    community?: object;
    lines?: object[];
    grid?: object;
  };
  const file = { community: odd === undefined ? community : { ...community, grids: [odd] }, duty: { lines }, ...extra };
  expect(problemsOf(file)).toContain(problem);
});

test('不是 JSON，也说得清楚', () => {
  const result = readCommunityFile('{"community":');
  expect('problems' in result && result.problems[0]).toContain('不是有效的 JSON');
});
