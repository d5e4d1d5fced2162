/** What one part of the bench found: its page of results, and what in it is not as it has to be. */
export type Measured = { text: string; faults: readonly string[] };
/** `isQuick`: as far as that goes within a minute. */
export type Part = { title: string; measure: (options: { isQuick: boolean }) => Promise<Measured> };

type Cell = string | number | undefined;
const cell = (value: Cell): string => (value === undefined ? '' : String(value).replaceAll('|', '\\|'));

/** A table of Markdown; the first column is text, the others are figures. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, column) => (column === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');

/** A figure with at most so many digits behind the point, and none that say nothing. */
export const figure = (value: number, digits = 1): string => String(Number(value.toFixed(digits)));
