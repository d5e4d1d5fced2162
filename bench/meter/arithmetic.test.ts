import { expect, test } from 'vitest';
import {
  indexesTaken,
  readUnits,
  type TableKeys,
  transactReadUnits,
  transactWriteUnits,
  writeUnits,
} from './arithmetic.ts';
import { type Attributes, sizeOf } from './size.ts';

const table: TableKeys = {
  ...{ hash: 'pk', sort: 'sk' },
  indexes: [{ name: 'byList', hash: 'listKey', sort: 'listAt', projected: ['card'] }],
};
const key = { pk: { S: 'a' }, sk: { S: 'b' } };
/** An item of so many bytes: its key takes six, `body` four by its name. */
const ofBytes = (bytes: number): Attributes => ({ ...key, body: { S: 'x'.repeat(bytes - 10) } });
const listed = (at: string, card: string, more: Attributes = {}): Attributes => ({
  ...{ ...key, listKey: { S: 'xfl' }, listAt: { S: at }, card: { S: card } },
  ...more,
});

test.each<[string, Attributes[string], number]>([
  ['文字按 UTF-8', { S: '中文' }, 6],
  ['零', { N: '0' }, 1],
  ['两位有效数字一字节，另加一字节', { N: '123' }, 3],
  ['末尾的零不算', { N: '1000' }, 2],
  ['负号一字节', { N: '-123' }, 4],
  ['小数点两边各自成对', { N: '121.415' }, 5],
  ['真假', { BOOL: true }, 1],
  ['空值', { NULL: true }, 1],
  ['空列表', { L: [] }, 3],
  ['列表每项加一', { L: [{ S: 'a' }, { S: 'b' }] }, 7],
  ['映射算名字，每项加一', { M: { a: { S: 'x' } } }, 6],
  ['一层套一层', { M: { a: { M: { b: { L: [{ N: '1' }, { S: 'yy' }] } } } } }, 19],
  ['集合不另加', { SS: ['a', 'bb'] }, 3],
])('%s', (_, value, bytes) => {
  expect(sizeOf({ v: value })).toBe(1 + bytes);
});

test('写按一 KB 向上取整，算前后大的那个；事务里双倍', () => {
  expect([1024, 1025, 2048].map((bytes) => writeUnits(undefined, ofBytes(bytes)))).toEqual([1, 2, 2]);
  expect(writeUnits(ofBytes(3000), ofBytes(100))).toBe(3);
  expect(writeUnits(undefined, undefined)).toBe(1);
  const small = ofBytes(500);
  expect([1, 2, 3].map((count) => count * transactWriteUnits(undefined, small))).toEqual([2, 4, 6]);
  expect(transactWriteUnits(undefined, ofBytes(1100))).toBe(4);
});

test('读按四 KB，一致读一个单位，最终一致半个；事务里双倍', () => {
  expect([readUnits(0, true), readUnits(4096, true), readUnits(4097, true)]).toEqual([1, 1, 2]);
  expect([readUnits(0, false), readUnits(4097, false)]).toEqual([0.5, 1]);
  expect([transactReadUnits(undefined), transactReadUnits(ofBytes(4097))]).toEqual([2, 4]);
});

test.each<[string, Attributes | undefined, Attributes | undefined, number]>([
  ['新进索引，一', undefined, listed('1', 'x'), 1],
  ['换了键，删一写一', listed('1', 'x'), listed('2', 'x'), 2],
  ['只换了带着的内容，一', listed('1', 'x'), listed('1', 'y'), 1],
  ['离开稀疏索引，一', listed('1', 'x'), key, 1],
  ['没有这个键的，不收', key, ofBytes(100), 0],
  ['索引里没变，不收', listed('1', 'x'), listed('1', 'x', { body: { S: 'new' } }), 0],
  ['索引里的一行大于一 KB，二', undefined, listed('1', 'x'.repeat(1100)), 2],
])('%s', (_, before, after, units) => {
  expect(indexesTaken(table, before, after).reduce((sum, each) => sum + each.units, 0)).toBe(units);
});
