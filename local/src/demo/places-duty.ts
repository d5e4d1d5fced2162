import { applyEdit } from '@suishoupai/shared/duty/edit';
import type { DutyChange, DutyTerms, NegativeChange } from '@suishoupai/shared/duty/edit-routes';
import { defaultNegative } from '@suishoupai/shared/duty/negative-default';
import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import type { DutyLine } from '@suishoupai/shared/places/contract';
import { chinaWall, wallInstant } from '@suishoupai/shared/time/china';
import { hourMs } from '@suishoupai/shared/time/units';

/** The list a community of the demo opened with, long before anything was reported. */
export const openingDuty = (lines: DutyLine[], changedBy: string): DutyDocument => ({
  version: 1,
  effectiveFrom: '2025-08-31T16:00:00.000Z',
  changedBy,
  changedAt: '2025-08-25T02:20:00.000Z',
  reason: '社区开通，照产品的默认清单起步',
  changed: [],
  changedNegative: [],
  lines,
  negative: [...defaultNegative],
});

type Edit = {
  /** Days from the moment of seeding to when it was written and to when it holds. */
  writtenIn: number;
  holdsIn: number;
  reason: string;
  changes: readonly DutyChange[];
  negative: readonly NegativeChange[];
};

const mediation: DutyTerms = {
  departmentId: 'dep_juwei',
  supporting: [],
  accept: { unit: 'workHour', amount: 8 },
  resolve: { unit: 'workDay', amount: 10 },
  check: { unit: 'workDay', amount: 1 },
  stages: [{ name: '首次上门', limit: { unit: 'workDay', amount: 2 } }],
};

const editsOf = (lines: readonly DutyLine[]): Edit[] => {
  const changed = (categoryCode: string, terms: Partial<DutyTerms>): DutyChange[] =>
    lines
      .filter((line) => line.categoryCode === categoryCode)
      .map(({ categoryCode: code, ...line }) => ({ categoryCode: code, line: { ...line, ...terms } }));
  return [
    {
      writtenIn: -40,
      holdsIn: -33,
      reason: '居民议事会商定：邻里纠纷由居委会调解；噪声先由网格员到现场核实，再派单',
      changes: [
        { categoryCode: 'E2114', line: mediation },
        ...changed('E2109', { filing: 'onTheSpot' }),
        ...changed('E2105', { resolve: { unit: 'workDay', amount: 1 } }),
      ],
      negative: [
        {
          id: 'neg_power',
          rule: {
            codes: ['C0116', 'C0133', 'C0134'],
            text: '高压电力设施的检修和保护区执法',
            basis: '《电力设施保护条例》：由电力企业和电力管理部门负责',
          },
        },
      ],
    },
    {
      writtenIn: -2,
      holdsIn: 9,
      reason: '幸福物业增加一班保洁，小区垃圾清理提速',
      changes: changed('E2104', { resolve: { unit: 'workHour', amount: 3 } }),
      negative: [],
    },
  ];
};

const dayFrom = (now: Date, days: number, hour: number) =>
  wallInstant(chinaWall(now.toISOString()).day + days, hour * hourMs);

/** What the community changed since it opened, seen from the moment of seeding: one version in force and one that is to come. */
export const laterDuties = (opening: DutyDocument, now: Date): DutyDocument[] => {
  let newest = opening;
  return editsOf(opening.lines).map(({ writtenIn, holdsIn, reason, ...edit }) => {
    newest = {
      ...applyEdit(newest, edit),
      version: newest.version + 1,
      effectiveFrom: dayFrom(now, holdsIn, 0),
      changedBy: opening.changedBy,
      changedAt: dayFrom(now, writtenIn, 15),
      reason,
    };
    return newest;
  });
};
