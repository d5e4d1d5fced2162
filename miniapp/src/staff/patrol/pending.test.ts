import { expect, test } from 'vitest';
import { type Pending, pendingAt, withoutPending, withPending } from './pending.ts';

const patrolId = `ptl_xfl_${'0'.repeat(26)}`;
const check = (item: string, id: string): Pending => ({
  patrolId,
  body: { id: `act_${id.padStart(26, '0')}`, item, outcome: 'fine' },
});

test('一条没有收到回音，只能原样再发，别的一条不受影响', () => {
  const first = check('a', '1');
  const kept = withPending(withPending([first], check('a', '2')), check('b', '3'));
  expect(pendingAt(kept, patrolId, 'a')).toBe(first);
  expect(kept.map(({ body }) => body.item)).toEqual(['a', 'b']);
  expect(withoutPending(kept, first)).toEqual([check('b', '3')]);
});
