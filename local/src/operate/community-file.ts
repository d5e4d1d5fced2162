import { NegativeRule } from '@suishoupai/shared/duty/negative';
import { defaultNegative } from '@suishoupai/shared/duty/negative-default';
import { lineProblems, ruleProblems } from '@suishoupai/shared/duty/problems';
import type { DutyList } from '@suishoupai/shared/duty/routes';
import { expandDefaultDuty } from '@suishoupai/shared/duty/rules';
import { DepartmentId } from '@suishoupai/shared/ids';
import { polygonProblem } from '@suishoupai/shared/places/boundary';
import { Community, DutyLine } from '@suishoupai/shared/places/contract';
import { pointInPolygon } from '@suishoupai/shared/places/geo';
import * as z from 'zod/mini';

/** Absent: the product's own. */
const negative = z.optional(z.array(NegativeRule));

/**
 * What a street office writes down to open a community: the community itself, and its responsibility list either line by line or as
 * the default list with its departments by key (`wuye`, `chengguan` …). Without a list, the one that the community has stays.
 */
const CommunityFile = z.strictObject({
  community: Community,
  duty: z.optional(
    z.union([
      z.strictObject({ lines: z.array(DutyLine), negative }),
      z.strictObject({ departments: z.record(z.string(), DepartmentId), negative }),
    ]),
  ),
});

type Lists = Omit<DutyList, 'version'>;
type Opening = { community: Community; duty: Lists | undefined };

const repeated = (ids: readonly string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

const dutyProblems = ({ lines, negative }: Lists, departments: Community['departments']): string[] => [
  ...repeated(lines.map(({ categoryCode }) => categoryCode)).map((code) => `责任清单类别重复：${code}`),
  ...lines.flatMap(({ categoryCode, ...terms }) =>
    lineProblems(categoryCode, terms, { departments, negative }).map(
      ({ field, message }) => `责任清单 ${categoryCode} ${field}：${message}`,
    ),
  ),
  ...repeated(negative.map(({ id }) => id)).map((id) => `负面清单编号重复：${id}`),
  ...negative.flatMap((rule) => ruleProblems(rule).map(({ message }) => `负面清单 ${rule.id}：${message}`)),
];

const problemsOf = ({ community, duty }: Opening): string[] => {
  const { boundary, grids, departments } = community;
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
    ...(duty === undefined ? [] : dutyProblems(duty, departments)),
  ];
};

const listsOf = (duty: NonNullable<z.output<typeof CommunityFile>['duty']>): Lists => ({
  lines: 'lines' in duty ? duty.lines : expandDefaultDuty((key) => duty.departments[key]),
  negative: duty.negative ?? [...defaultNegative],
});

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
  const { community, duty: written } = parsed.data;
  const duty = written && listsOf(written);
  const problems = problemsOf({ community, duty });
  return problems.length === 0 ? { opening: { community, duty } } : { problems };
};
