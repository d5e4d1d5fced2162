import * as z from 'zod/mini';
import { type Owner, type RollUnit, type RowProblem, UnitPlace } from './contract.ts';
import { householdLimits } from './limits.ts';
import { cellProblem, parted, type Read, readArea, readIdTail, readName, readStatus } from './roll-cells.ts';
import { type RollColumn, readHeader, rollColumns } from './roll-columns.ts';
import { normalPlace, unitCode } from './rules.ts';

export type ReadRoll = {
  /** Rows that say something, without the header and without those left out. */
  rows: number;
  units: RollUnit[];
  problems: RowProblem[];
  /** Rows with a problem, in order; 1 when the file as a whole is wrong. */
  problemRows: number[];
};

type Problem = { column: string; message: string };
type Row = { row: number; unit: RollUnit };

const nameOf = (column: RollColumn): string => rollColumns[column].name;
const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Collects what is wrong with one row while its cells are read. */
const makeReader = (cellOf: (column: RollColumn) => string) => {
  const problems: Problem[] = [];
  const refuse = (column: RollColumn, message: string): undefined => {
    problems.push({ column: nameOf(column), message });
    return undefined;
  };
  const take = <T>(column: RollColumn, read: Read<T>): T | undefined =>
    'problem' in read ? refuse(column, read.problem) : read.value;
  /** The cell's text; undefined when it holds what no column may. */
  const text = (column: RollColumn): string | undefined => {
    const problem = cellProblem(cellOf(column));
    return problem === undefined ? cellOf(column) : refuse(column, problem);
  };
  return { problems, refuse, take, text, raw: cellOf };
};
type Reader = ReturnType<typeof makeReader>;

const readPlace = ({ refuse, text }: Reader): z.output<typeof UnitPlace> | undefined => {
  const [building, entrance, room] = [text('building'), text('entrance'), text('room')];
  if (building === undefined || entrance === undefined || room === undefined) return undefined;
  const place = normalPlace({ building, entrance, room });
  for (const part of ['building', 'entrance', 'room'] as const) {
    if (z.safeParse(UnitPlace.shape[part], place[part]).success) continue;
    const tooLong = place[part].length > householdLimits[part];
    refuse(
      part,
      place[part] === '' ? '不能为空' : tooLong ? `最多 ${householdLimits[part]} 个字` : '只能有数字、字母和汉字',
    );
  }
  const parsed = z.safeParse(UnitPlace, place);
  return parsed.success ? parsed.data : undefined;
};

const readOwners = ({ refuse, take, text }: Reader): Owner[] | undefined => {
  const [owners, ids] = [text('owners'), text('ids')];
  if (owners === undefined || ids === undefined) return undefined;
  const [names, tails] = [parted(owners), parted(ids)];
  if (names.length === 0) return refuse('owners', '已售的房屋要有业主');
  if (names.length > householdLimits.owners) return refuse('owners', `一套房屋最多 ${householdLimits.owners} 位业主`);
  if (names.length !== tails.length) {
    return refuse('ids', `业主有 ${names.length} 位，证件号码有 ${tails.length} 个，对不上`);
  }
  const read: Owner[] = [];
  for (const [index, each] of names.entries()) {
    const name = take('owners', readName(each));
    const idTail = take('ids', readIdTail(tails[index] ?? ''));
    if (name === undefined || idTail === undefined) return undefined;
    if (read.some((known) => known.name === name && known.idTail === idTail)) {
      return refuse('owners', `“${name}”写了两遍`);
    }
    read.push({ name, idTail });
  }
  return read;
};

const readUnit = (reader: Reader): RollUnit | undefined => {
  const { refuse, take, text, raw } = reader;
  const place = readPlace(reader);
  const areaText = text('area');
  const area =
    areaText === undefined
      ? undefined
      : take('area', areaText.trim() === '' ? { problem: '不能为空' } : readArea(areaText));
  const owned = parted(raw('owners')).length > 0;
  const statusText = text('status');
  const status = statusText === undefined ? undefined : take('status', readStatus(statusText, owned));
  if (status === 'unsold' && owned) refuse('owners', '未售的房屋不应有业主');
  // Sold but not handed over: the buyers' names are not needed, so they are not kept.
  const owners = status === 'sold' ? readOwners(reader) : [];
  if (place === undefined || area === undefined || status === undefined || owners === undefined) return undefined;
  return { code: unitCode(place), ...place, area, status, owners };
};

/** The same unit in two rows is a problem of both: which of them is right is for a person to say. */
const repeated = (rows: readonly Row[]): RowProblem[] => {
  const byCode = new Map<string, number[]>();
  for (const { row, unit } of rows) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), row]);
  return [...byCode.values()].flatMap((same) =>
    same.length === 1
      ? []
      : same.map((row) => {
          const others = same.filter((each) => each !== row);
          return { row, column: nameOf('room'), message: `和第 ${others.join('、')} 行是同一套房屋` };
        }),
  );
};

const ofWholeFile = (problems: readonly Problem[], rows: number): ReadRoll => ({
  rows,
  units: [],
  problems: problems.map((problem) => ({ row: 1, ...problem })),
  problemRows: [1],
});

/**
 * The units of a roll file, given as text cells with the header first; rows in `exclude` (counted as the file does, the header is 1) are
 * passed over. Full certificate numbers are cut to four characters here. A unit with a problem is not among `units`.
 */
export const readRollRows = (table: readonly (readonly string[])[], exclude: readonly number[] = []): ReadRoll => {
  const [header = [], ...body] = table;
  const { at, problems: headerProblems } = readHeader(header);
  const left = new Set(exclude);
  const filled = body.flatMap((cells, index) => {
    const row = index + 2;
    return isBlank(cells) || left.has(row) ? [] : [{ row, cells }];
  });
  if (headerProblems.length > 0) return ofWholeFile(headerProblems, filled.length);
  if (filled.length === 0) return ofWholeFile([{ column: '', message: '没有一套房屋' }], 0);
  if (filled.length > householdLimits.units) {
    return ofWholeFile([{ column: '', message: `一个社区最多 ${householdLimits.units} 套房屋` }], filled.length);
  }

  const problems: RowProblem[] = [];
  const read: Row[] = [];
  for (const { row, cells } of filled) {
    const reader = makeReader((column) => cells[at[column] ?? -1] ?? '');
    const unit = readUnit(reader);
    problems.push(...reader.problems.map((problem) => ({ row, ...problem })));
    if (unit !== undefined && reader.problems.length === 0) read.push({ row, unit });
  }
  problems.push(...repeated(read));
  const problemRows = [...new Set(problems.map(({ row }) => row))].toSorted((a, b) => a - b);
  const bad = new Set(problemRows);
  return {
    rows: filled.length,
    units: read.filter(({ row }) => !bad.has(row)).map(({ unit }) => unit),
    problems: problems.toSorted((a, b) => a.row - b.row),
    problemRows,
  };
};

const statusWords = { sold: '已售', unsold: '未售', undelivered: '未交付' } as const;

/** The opposite of `readRollRows`: the header and a row for each unit. */
export const printRollRows = (units: readonly RollUnit[]): string[][] => [
  Object.values(rollColumns).map(({ name }) => name),
  ...units.map(({ building, entrance, room, area, owners, status }) => [
    building,
    entrance,
    room,
    `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}`,
    owners.map(({ name }) => name).join('、'),
    owners.map(({ idTail }) => idTail).join('、'),
    statusWords[status],
  ]),
];
