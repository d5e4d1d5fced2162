import type { Line } from '@suishoupai/shared/points/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fontFor } from '../../meetings/documents/font.ts';
import { aTransferId } from '../points.builder.ts';
import { statementPdf, textOf } from './pdf.ts';
import { type Statement, statementCsv } from './statement.ts';

const aLine = (given: Partial<Line> = {}): Line => ({
  ...{ id: aTransferId(), at: '2026-11-16T02:00:00.000Z', unit: 'points', phase: 'single' },
  ...{ moved: 10, held: 0, posted: 10, reserved: 0, cause: { kind: 'report', id: 'tkt' }, isUndoing: false },
  ...given,
});
const aStatement = (...lines: Line[]): Statement => ({
  ...{ community: '幸福里', unit: 'points', book: 'AAAA-BBBB-CCCC', at: '2026-11-16T02:00:00.000Z', posted: 10 },
  lines,
});

/** As table programs read it. */
const cellsOf = (csv: string): string[] =>
  [...csv.matchAll(/"((?:[^"]|"")*)"|[^,\r\n]+/g)].map(([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole);

test('带标记的 UTF-8，一行一笔', () => {
  const csv = statementCsv(aStatement(aLine(), aLine({ moved: -3, posted: 7, reason: '重新办' })));
  expect(csv.startsWith('\ufeff"日期"')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv).toContain('"2026-11-16","上报修好",10,0,10');
  expect(csv).toContain(',-3,0,7,');
});

test('谁写的话也变不成公式，也跑不出自己的格子', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t', '\r'), (text, first) => {
      const csv = statementCsv(aStatement(aLine({ reason: first + text }), aLine()));
      const cells = cellsOf(csv.slice(1));
      expect(cells.length % 9).toBe(0);
      for (const cell of cells) expect(/^[=+@\t\r]|^-(?!\d+$)/.test(cell)).toBe(false);
    }),
  );
});

test('PDF 打得开，每行都在', async () => {
  const statement = aStatement(aLine(), aLine({ reason: '𠮷家的事' }));
  const bytes = await statementPdf(statement, await fontFor(textOf(statement)));
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(4000);
});
