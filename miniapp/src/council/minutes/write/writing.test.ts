import { MinutesBody } from '@suishoupai/shared/meetings/contract';
import { expect, test } from 'vitest';
import { bodyOf, firstWriting, missingIn, type Writing } from './writing.ts';

const id = 'act_01jd0000000000000000000000' as const;
const whole: Writing = {
  reason: '',
  sections: [
    { heading: '电梯', words: '赞成的多' },
    { heading: '其他', words: ' ' },
  ],
  resolutions: [
    { id, words: ' 交业主表决 ', topicId: 'top_xfl_01jd0000000000000000000000' },
    { id, words: '' },
  ],
};

test('第一版按议程分段', () => {
  expect(firstWriting({ agenda: [{ title: '电梯', minutes: 30 }] }, undefined).sections).toEqual([
    { heading: '电梯', words: '' },
  ]);
});

test.each([
  [{ sections: [{ heading: '电梯', words: '' }] }, 0, '写下会上说了什么'],
  [{ sections: [{ heading: '', words: '说了' }] }, 0, '每一段要有小标题'],
  [{ resolutions: [{ id, words: '同意' }] }, 0, '决议至少 4 个字'],
  [{}, 1, '写明为什么要改'],
  [{}, 0, undefined],
])('%j 接着第 %i 版', (change, follows, missing) => {
  expect(missingIn({ ...whole, ...change }, follows)).toBe(missing);
});

test('空段、空决议不发', () => {
  const body = bodyOf(whole, undefined);
  expect(MinutesBody.parse(body)).toEqual(body);
  expect([body.sections.length, body.resolutions.length]).toEqual([1, 1]);
});
