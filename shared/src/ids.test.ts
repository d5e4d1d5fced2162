import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  communityOf,
  idTail,
  MediaId,
  newPatrolId,
  newTicketId,
  newVisitId,
  PatrolId,
  TicketId,
  ticketNumber,
  VisitId,
} from './ids.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('编号总是合规，先生成的排在前面', () => {
  fc.assert(fc.property(time, bytes, (ms, random) => z.safeParse(MediaId, `med_${idTail(ms, random)}`).success));
  fc.assert(
    fc.property(time, time, bytes, (a, b, random) => a === b || a < b === idTail(a, random) < idTail(b, random)),
  );
  expect(idTail(0, new Uint8Array(10))).toBe('0'.repeat(26));
});

test('八十位随机一位不丢', () => {
  fc.assert(fc.property(bytes, bytes, (a, b) => (Buffer.compare(a, b) === 0) === (idTail(1, a) === idTail(1, b))));
  expect(() => idTail(1, new Uint8Array(9))).toThrow(RangeError);
});

test.each([
  ['工单', TicketId, newTicketId],
  ['巡查', PatrolId, newPatrolId],
  ['走访', VisitId, newVisitId],
])('%s编号带着社区', (_, schema, make) => {
  const id = make('xfl', idTail(1, new Uint8Array(10)));
  expect(z.safeParse(schema, id).success).toBe(true);
  expect(communityOf(id)).toBe('xfl');
});

test.each([
  'tkt_',
  'tkt_xfl_',
  'tkt_XFL_00000000000000000000000000',
  'tkt_xfl_0000000000000000000000000l',
  'tkt_a_00000000000000000000000000',
  '__proto__',
])('%s 不是工单编号', (id) => {
  expect(z.safeParse(TicketId, id).success).toBe(false);
});

test('报给电话里听的短号：中国日期加末五位', () => {
  const id = newTicketId('xfl', `${'0'.repeat(21)}7k3mz`);
  expect(ticketNumber(id, '2026-11-21T17:00:00.000Z')).toBe('261122-7K3MZ');
});
