import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { RowProblem, rollFileRoutes } from '@suishoupai/shared/households/contract';

export type Preview = RouteResponse<typeof rollFileRoutes.previewRoll>;

/** A row with all that is wrong with it. Rows past the two hundred that are named have no words. */
export type BadRow = { row: number; problems: RowProblem[] };

export const badRows = ({ problems, problemRows }: Pick<Preview, 'problems' | 'problemRows'>): BadRow[] =>
  problemRows.map((row) => ({ row, problems: problems.filter((problem) => problem.row === row) }));

/** A file whose header is wrong has no rows to leave out. */
export const isWhollyBad = ({ problemRows }: Pick<Preview, 'problemRows'>): boolean => problemRows.includes(1);

/** Why the file cannot be put in force yet. */
export const missingIn = (
  preview: Pick<Preview, 'problemRows' | 'good'>,
  excluded: readonly number[],
): string | undefined => {
  if (isWhollyBad(preview)) return '先改好表头，再选一次文件';
  const left = preview.problemRows.filter((row) => !excluded.includes(row)).length;
  if (left > 0) return `还有 ${left} 行没排除`;
  return preview.good === 0 ? '没有一行能用' : undefined;
};

export const changesWords = ({ added, changed, removed }: Preview['changes']): string =>
  added + changed + removed === 0
    ? '和现在的名册一样'
    : `和现在的名册比：新增 ${added} 套，改动 ${changed} 套，减少 ${removed} 套`;
