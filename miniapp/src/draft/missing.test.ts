import { describe, expect, test } from 'vitest';
import { goesWhen } from '../photos/goes-when.ts';
import { aPhoto } from '../photos/photo.builder.ts';
import { aDraft, aTicketId, point } from './builders.ts';
import { emptyDraft } from './draft.ts';
import { bodyOf, missingOf, missingWords } from './missing.ts';

const wordsFor = (draft: Parameters<typeof missingOf>[0]) => missingWords(missingOf(draft, true));

test('空草稿按页面的顺序说还差什么', () => {
  expect(wordsFor(emptyDraft)).toBe('还差 照片、位置、类别');
});

test('都齐了就什么也不差', () => {
  expect(wordsFor(aDraft())).toBe('');
});

test('只剩上传时说传到第几张', () => {
  const photos = [aPhoto(), aPhoto({ state: 'uploading' }), aPhoto({ state: 'processing' })];
  expect(wordsFor(aDraft({ photos }))).toBe('照片上传 1/3…');
});

test.each([true, false])('有照片不能用，有没有网络（%s）都要先删掉它', (isOnline) => {
  const [missing] = missingOf(aDraft({ photos: [aPhoto(), aPhoto({ state: 'refused' })] }), isOnline);
  expect(missing?.sentence).toBe('有 1 张照片无法使用，删掉它再提交');
});

test.each([
  ['都传好了', 'ready', true, 'now'],
  ['没传上去', 'failed', true, 'later'],
  ['没有网络', 'ready', false, 'later'],
  ['没有网络，还没传', 'waiting', false, 'later'],
] as const)('%s：照片 %s', (_, state, isOnline, when) => {
  const draft = aDraft({ photos: [aPhoto(), aPhoto({ state })] });
  expect(goesWhen(draft.photos, isOnline)).toBe(when);
  expect(missingOf(draft, isOnline)).toEqual([]);
});

test.each(['asking', 'outside', 'unknown'] as const)('位置%s时不能提交', (state) => {
  const draft = aDraft({ place: { point, standing: { state } } });
  expect(missingOf(draft, true).map(({ part }) => part)).toEqual(['place']);
  expect(bodyOf(draft, aTicketId(), true)).toBeUndefined();
});

describe('提交的内容', () => {
  test('就是草稿里的，首尾空白去掉', () => {
    const draft = aDraft({ label: ' 3 栋东门 ', description: ' 不亮\n' });
    const id = aTicketId();
    expect(bodyOf(draft, id, true)).toEqual({
      id,
      categoryCode: 'C0118',
      description: '不亮',
      place: { point, label: '3 栋东门' },
      photoIds: draft.photos.map((photo) => photo.id),
    });
  });

  test('没写具体位置时，只说地图上知道的', () => {
    expect(bodyOf(aDraft({ label: '  ' }), aTicketId(), true)?.place.label).toBe('幸福里社区网格 07 · 地图所示处');
  });
});
