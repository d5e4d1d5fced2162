import type { Attachment } from '@suishoupai/shared/meetings/attachments';
import { type MinutesVersion, MinutesWriting } from '@suishoupai/shared/meetings/contract';
import { expect, test } from 'vitest';
import { bodyOf, firstWriting, hungOf, missingIn, Writing } from './writing.ts';

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
  photos: [],
  files: [],
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
  expect(MinutesWriting.parse(body)).toEqual(body);
  expect([body.sections.length, body.resolutions.length]).toEqual([1, 1]);
});

const plan: Attachment = {
  id: 'med_01jd0000000000000000000000',
  name: '方案',
  kind: 'pdf',
  size: 9,
  sha256: 'a'.repeat(64),
};
const photo = 'med_01jd0000000000000000000001' as const;
const added = {
  id: 'med_01jd0000000000000000000002',
  path: '',
  size: 9,
  state: 'ready',
  kind: 'xlsx',
  name: ' 预算 ',
} as const;
const before: MinutesVersion = {
  number: 1,
  at: '2026-11-20T13:00:00.000Z',
  author: '居委会',
  attendance: 3,
  body: { sections: [], resolutions: [], photos: [photo], attachments: [plan] },
  previous: '',
  hash: '',
  signatures: [],
  isIntact: true,
};

test('上一版的照片和附件都留着，新的排在后面；改了名、拿掉了的照改', () => {
  const sent = bodyOf({ ...whole, files: [added] }, before);
  expect(MinutesWriting.parse(sent)).toEqual(sent);
  expect(sent.photos).toEqual([photo]);
  expect(sent.attachments).toEqual([
    { id: plan.id, name: '方案' },
    { id: added.id, name: '预算' },
  ]);
  const renamed = bodyOf({ ...whole, attachments: [{ ...plan, name: '方案（定稿）' }] }, before);
  expect(renamed.attachments).toEqual([{ id: plan.id, name: '方案（定稿）' }]);
  expect(bodyOf({ ...whole, attachments: [] }, before).attachments).toEqual([]);
  expect(missingIn({ ...whole, attachments: [{ ...plan, name: ' ' }] }, 0)).toBe('每个附件要有名字');
});

test('从前存在手机里的草稿，没有照片和附件那两项，照样打开', () => {
  const { photos: _, files: __, ...old } = whole;
  expect(Writing.parse(old)).toEqual(whole);
  expect(hungOf(whole, before)).toEqual([plan]);
});
