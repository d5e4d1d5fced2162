import { expandDefaultDuty } from '@suishoupai/shared/duty/rules';
import { DepartmentId } from '@suishoupai/shared/ids';
import { polygonProblem } from '@suishoupai/shared/places/boundary';
import { Community, DutyLine } from '@suishoupai/shared/places/contract';
import { pointInPolygon } from '@suishoupai/shared/places/geo';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import * as z from 'zod/mini';

/**
 * What a street office writes down to open a community: the community itself, and its responsibility list either line by line or as
 * the default list with its departments by key (`wuye`, `chengguan` …).
 */
const CommunityFile = z.strictObject({
  community: Community,
  duty: z.union([
    z.strictObject({ lines: z.array(DutyLine) }),
    z.strictObject({ departments: z.record(z.string(), DepartmentId) }),
  ]),
});

type Opening = { community: Community; lines: DutyLine[] };

const repeated = (ids: readonly string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

const problemsOf = ({ community, lines }: Opening): string[] => {
  const { boundary, grids, departments } = community;
  const known = new Set(departments.map(({ id }) => id));
  const outline = polygonProblem(boundary);
  return [
    ...(outline === undefined ? [] : [`社区边界：${outline}`]),
    ...grids.flatMap(({ name, boundary: grid }) => {
      const problem = polygonProblem(grid);
      if (problem !== undefined) return [`${name}：${problem}`];
      const isInside = (grid.coordinates[0] ?? []).every((corner) => pointInPolygon(corner, boundary));
      return isInside ? [] : [`${name}：有角点在社区边界之外`];
    }),
    ...repeated(grids.map(({ id }) => id)).map((id) => `网格编号重复：${id}`),
    ...repeated(departments.map(({ id }) => id)).map((id) => `部门编号重复：${id}`),
    ...repeated(lines.map(({ categoryCode }) => categoryCode)).map((code) => `责任清单类别重复：${code}`),
    ...lines.flatMap(({ categoryCode, departmentId, supporting }) => [
      ...(categoryByCode(categoryCode) === undefined ? [`责任清单里没有这个类别：${categoryCode}`] : []),
      ...[departmentId, ...supporting]
        .filter((id) => !known.has(id))
        .map((id) => `责任清单 ${categoryCode}：没有部门 ${id}`),
    ]),
  ];
};

/** The community in a file's text, or every reason why it cannot be opened; nothing is half right. */
export const readCommunityFile = (text: string): { opening: Opening } | { problems: string[] } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [`不是有效的 JSON：${error instanceof Error ? error.message : ''}`] };
  }
  const parsed = z.safeParse(CommunityFile, json);
  if (!parsed.success) return { problems: parsed.error.issues.map(({ path, code }) => `${path.join('.')}：${code}`) };
  const { community, duty } = parsed.data;
  const lines = 'lines' in duty ? duty.lines : expandDefaultDuty((key) => duty.departments[key]);
  const problems = problemsOf({ community, lines });
  return problems.length === 0 ? { opening: { community, lines } } : { problems };
};
