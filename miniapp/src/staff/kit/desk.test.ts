import { expect, test } from 'vitest';
import { kitDeskOf } from './desk.ts';

const street = { role: 'coordinator', streetId: 'str_a', label: '街道' } as const;

test('街道的常用回复是整个街道一套，其他岗位各是各的', () => {
  expect(kitDeskOf('xfl', 'dep_wuye', [])).toEqual({ communityId: 'xfl', desk: 'dep_wuye' });
  expect(kitDeskOf('xfl', 'street', [street])).toEqual({ communityId: 'str_a', desk: 'street' });
  expect(kitDeskOf('xfl', 'street', [])).toBeUndefined();
  for (const name of [undefined, 'review', 'all']) expect(kitDeskOf('xfl', name, [street])).toBeUndefined();
});
