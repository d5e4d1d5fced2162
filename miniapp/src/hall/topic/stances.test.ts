import { expect, test } from 'vitest';
import { stancesWith } from './stances.ts';

const mine = { stance: 'for', isMine: true, safety: 'pending' } as const;
const counted = { for: 2, against: 0, question: 1, none: 1 };

test.each([
  ['刚说的，马上算上', mine, { ...counted, for: 3 }],
  ['已经算进去的，不再算', { ...mine, safety: 'pass' } as const, counted],
  ['等人看的、没公开的，不算', { ...mine, safety: 'held' } as const, counted],
  ['工作人员看到的别人的话，不算', { ...mine, isMine: false }, counted],
  ['回复不算立场', { ...mine, replyTo: 'act_01m7ahsw83e5p2v6q9r0t1x4y7' } as const, counted],
])('%s', (_, voice, stances) => {
  expect(stancesWith(counted, [voice])).toEqual(stances);
});

test('还没有答回来，就没有数', () => {
  expect(stancesWith(undefined, [mine])).toBeUndefined();
});
