import { expect, test } from 'vitest';
import { isSignable, unsignedRoles } from './signing.ts';

const at = '2026-11-22T02:00:00.000Z';
const chair = { role: 'chair', name: '刘书记', at } as const;
const recorder = { role: 'recorder', name: '周干事', at } as const;
const meeting = { may: ['sign' as const], versions: 2 };

test('缺谁的签字', () => {
  expect(unsignedRoles({ signatures: [] })).toEqual(['chair', 'recorder']);
  expect(unsignedRoles({ signatures: [chair] })).toEqual(['recorder']);
  expect(unsignedRoles({ signatures: [chair, recorder] })).toEqual([]);
});

test.each([
  [{ number: 2, isIntact: true, signatures: [chair] }, true],
  [{ number: 1, isIntact: true, signatures: [] }, false],
  [{ number: 2, isIntact: false, signatures: [] }, false],
  [{ number: 2, isIntact: true, signatures: [chair, recorder] }, false],
])('只签最新的、没被改过的一版 %#', (version, expected) => {
  expect(isSignable(meeting, version)).toBe(expected);
  expect(isSignable({ ...meeting, may: [] }, version)).toBe(false);
});
