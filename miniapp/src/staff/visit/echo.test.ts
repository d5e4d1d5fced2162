import { expect, test } from 'vitest';
import { echoWords } from './echo.ts';

const ticket = (state: 'dispatched' | 'closed' | 'declined') => ({
  id: 'b',
  text: '井盖松了',
  ticket: { id: `tkt_xfl_${'0'.repeat(26)}`, number: '261116-00000', state },
});

test('答了的、办结的、说明了不办的，都是回音；还在办的数出来', () => {
  expect(echoWords([{ id: 'a', text: '灯', answer: '换好了' }, ticket('closed'), ticket('declined')])).toBe('都有回音');
  expect(echoWords([ticket('dispatched'), ticket('closed')])).toBe('1 件在办');
});
