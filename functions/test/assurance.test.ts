import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const Row = z.strictObject({
  id: z.string(),
  level: z.enum(['1', '2']),
  what: z.string().check(z.minLength(3)),
  verdict: z.enum(['test', 'config', 'n/a', 'gap']),
  where: z.string(),
  shows: z.string().check(z.minLength(3)),
});
const rows = z.parse(z.array(Row), parse(read('docs/assurance/asvs.csv'), { columns: true }));

/** By section of ASVS 5.0.0, which requirements are of level 1 and which of level 2; the others are of level 3. */
const requirements: Record<string, [first: string, second: string]> = {
  '1.1': ['', '1-2'],
  '1.2': ['1-5', '6-9'],
  '1.3': ['1-2', '3-11'],
  '1.4': ['', '1-3'],
  '1.5': ['1', '2'],
  '2.1': ['1', '2-3'],
  '2.2': ['1-2', '3'],
  '2.3': ['1', '2-4'],
  '2.4': ['', '1'],
  '3.2': ['1-2', ''],
  '3.3': ['1', '2-4'],
  '3.4': ['1-2', '3-6'],
  '3.5': ['1-3', '4-5'],
  '3.7': ['', '1-2'],
  '4.1': ['1', '2-3'],
  '4.2': ['', '1'],
  '4.3': ['', '1-2'],
  '4.4': ['1', '2-4'],
  '5.1': ['', '1'],
  '5.2': ['1-2', '3'],
  '5.3': ['1-2', ''],
  '5.4': ['', '1-3'],
  '6.1': ['1', '2-3'],
  '6.2': ['1-8', '9-12'],
  '6.3': ['1-2', '3-4'],
  '6.4': ['1-2', '3-4'],
  '6.5': ['', '1-5'],
  '6.6': ['', '1-3'],
  '6.8': ['', '1-4'],
  '7.1': ['', '1-3'],
  '7.2': ['1-4', ''],
  '7.3': ['', '1-2'],
  '7.4': ['1-2', '3-5'],
  '7.5': ['', '1-2'],
  '7.6': ['', '1-2'],
  '8.1': ['1', '2'],
  '8.2': ['1-2', '3'],
  '8.3': ['1', ''],
  '8.4': ['', '1'],
  '9.1': ['1-3', ''],
  '9.2': ['1', '2-4'],
  '10.1': ['', '1-2'],
  '10.2': ['', '1-2'],
  '10.3': ['', '1-4'],
  '10.4': ['1-5', '6-11'],
  '10.5': ['', '1-5'],
  '10.6': ['', '1-2'],
  '10.7': ['', '1-3'],
  '11.1': ['', '1-2'],
  '11.2': ['', '1-3'],
  '11.3': ['1-2', '3'],
  '11.4': ['1', '2-4'],
  '11.5': ['', '1'],
  '11.6': ['', '1'],
  '12.1': ['1', '2-3'],
  '12.2': ['1-2', ''],
  '12.3': ['', '1-4'],
  '13.1': ['', '1'],
  '13.2': ['', '1-5'],
  '13.3': ['', '1-2'],
  '13.4': ['1', '2-5'],
  '14.1': ['', '1-2'],
  '14.2': ['1', '2-4'],
  '14.3': ['1', '2-3'],
  '15.1': ['1', '2-3'],
  '15.2': ['1', '2-3'],
  '15.3': ['1', '2-7'],
  '16.1': ['', '1'],
  '16.2': ['', '1-5'],
  '16.3': ['', '1-4'],
  '16.4': ['', '1-3'],
  '16.5': ['', '1-3'],
  '17.1': ['', '1'],
  '17.2': ['', '1-4'],
  '17.3': ['', '1-2'],
};

const numbered = (section: string, level: string, span: string): string[] => {
  if (span === '') return [];
  const [from = 0, to = from] = span.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index} ${level}`);
};

test('every requirement of levels 1 and 2 stands in the table once: 70 and 183', () => {
  const expected = Object.entries(requirements).flatMap(([section, [first, second]]) => [
    ...numbered(section, '1', first),
    ...numbered(section, '2', second),
  ]);
  expect(expected.filter((each) => each.endsWith(' 1'))).toHaveLength(70);
  expect(expected.filter((each) => each.endsWith(' 2'))).toHaveLength(183);
  expect(rows.map(({ id, level }) => `${id} ${level}`).toSorted()).toEqual(expected.toSorted());
});

describe('what a verdict names is there', () => {
  const isTest = /\.(test|cases)\.ts$/;
  const quoted = (title: string) => [`'${title}'`, `"${title}"`, `\`${title}\``];
  test.each(rows.filter(({ verdict }) => verdict === 'test'))('$id is tested: $shows', ({ where, shows }) => {
    expect(where).toMatch(isTest);
    const text = read(where);
    expect(quoted(shows).some((title) => text.includes(title))).toBe(true);
  });
  test.each(rows.filter(({ verdict }) => verdict === 'config'))('$id stands in $where', ({ where, shows }) => {
    expect(existsSync(join(root, where)) && read(where).includes(shows)).toBe(true);
  });
  test('what is missing or does not apply says why and names nothing', () => {
    const others = rows.filter(({ verdict }) => verdict === 'n/a' || verdict === 'gap');
    expect(others.filter(({ where, shows }) => where !== '' || shows.length < 7)).toEqual([]);
  });
});

describe('the page beside the table', () => {
  const page = read('docs/assurance/security.md');

  test('has its figures', () => {
    const count = (verdict: string, level: string) =>
      rows.filter((row) => row.verdict === verdict && row.level === level).length;
    const lines = ['test', 'config', 'n/a', 'gap'].map(
      (verdict) => `| ${verdict} | ${count(verdict, '1')} | ${count(verdict, '2')} |`,
    );
    expect(lines.filter((line) => !page.includes(line))).toEqual([]);
  });

  test('names files that are there, and titles that stand in them', () => {
    const named = [
      ...page.matchAll(/`((?:functions|local|shared|miniapp)\/[^`]+\.ts)`(?: (?:「([^」]+)」|'([^']+)'))?/g),
    ];
    expect(named.length).toBeGreaterThan(15);
    const missing = named.filter(([, file = '', chinese, english]) => {
      const title = chinese ?? english;
      return !existsSync(join(root, file)) || (title !== undefined && !read(file).includes(`'${title}'`));
    });
    expect(missing.map(([text]) => text)).toEqual([]);
  });

  test('names every line of the table of tokens', () => {
    const [, table = ''] = /## JSON Web Tokens.*?\n\n(\|.*?)\n\n/s.exec(page) ?? [];
    const titles = table
      .split('\n')
      .slice(2)
      .flatMap((line) => line.split('|')[3]?.split(';') ?? [])
      .map((title) => title.trim())
      .filter((title) => /^\p{Script=Han}/u.test(title));
    const text = read('functions/src/people/token.test.ts');
    expect(titles.length).toBeGreaterThan(12);
    expect(titles.filter((title) => !text.includes(`'${title}'`))).toEqual([]);
  });
});
