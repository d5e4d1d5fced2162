import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { bodyOf, changedItem, missingIn, PatrolBody, type Plan, withItem, withoutItem } from './plan.ts';

const blank: Plan = { gridId: 'grd_01', day: '2026-11-16', items: [] };
const id = `ptl_xfl_${'0'.repeat(26)}`;

test('加一条、改一条、删一条，编号不重', () => {
  const two = withItem(withItem(blank, '消防通道'), '');
  const [first, second] = two.items;
  const one = withoutItem(two, first?.id ?? '');
  expect(withItem(one, '又一条').items.map((item) => item.id)).toEqual([second?.id, '3']);
  expect(changedItem(one, second?.id ?? '', { place: '5 栋' }).items[0]).toMatchObject({ text: '', place: '5 栋' });
});

test('空着的一条不算，没写完说差什么', () => {
  const plan = withItem(withItem(blank, ' 消防通道 '), '  ');
  const body = bodyOf(plan, 'xfl', id);
  expect(body?.items).toEqual([{ id: '1', text: '消防通道' }]);
  expect(z.safeParse(PatrolBody, body).success).toBe(true);
  expect(missingIn(blank)).toBe('至少写一条');
  const { gridId: _, ...unplaced } = plan;
  expect(missingIn(unplaced)).toBe('先选一个网格');
  expect(bodyOf(blank, 'xfl', id)).toBeUndefined();
});
