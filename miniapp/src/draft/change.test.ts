import { describe, expect, test } from 'vitest';
import { aMediaId, aPhoto } from '../photos/photo.builder.ts';
import { aDraft, aTicketId, point } from './builders.ts';
import { changed } from './change.ts';
import { emptyDraft } from './draft.ts';

test('照片最多九张，多出来的不要', () => {
  const photos = Array.from({ length: 12 }, () => aPhoto());
  expect(changed(emptyDraft, { kind: 'photosAdded', photos }).photos).toEqual(photos.slice(0, 9));
});

test('已经删掉的照片再有消息，草稿不变', () => {
  const draft = aDraft();
  expect(changed(draft, { kind: 'photoNews', id: aMediaId(), news: { state: 'ready' } })).toBe(draft);
});

test('重试成功后，先前失败的原因不再留着', () => {
  const photo = aPhoto({ state: 'failed', reason: '没有传上去' });
  const news = { state: 'ready', thumbUrl: 'thumb' } as const;
  const after = changed(aDraft({ photos: [photo] }), { kind: 'photoNews', id: photo.id, news });
  expect(after.photos[0]).toEqual(aPhoto({ id: photo.id, thumbUrl: 'thumb' }));
});

describe('位置', () => {
  const other = { ...point, lng: 121.42 };

  test('换了位置，先前那一点的答复不算', () => {
    const moved = changed(aDraft(), { kind: 'pointChosen', point: other });
    const late = changed(moved, { kind: 'pointPlaced', point, standing: { state: 'outside' } });
    expect(late.place).toEqual({ point: other, standing: { state: 'asking' } });
  });

  test('地图给的名称写进具体位置，截到 60 字；没有名称就留着原来写的', () => {
    const named = changed(aDraft(), { kind: 'pointChosen', point: other, label: '长'.repeat(80) });
    const unnamed = changed(aDraft(), { kind: 'pointChosen', point: other, label: ' ' });
    expect([named.label, unnamed.label]).toEqual(['长'.repeat(60), '3 栋东门']);
  });
});

test('编号先记下；清空以后什么都不剩', () => {
  const id = aTicketId();
  const named = changed(aDraft(), { kind: 'named', id });
  expect(named.reportId).toBe(id);
  expect(changed(named, { kind: 'cleared' })).toEqual(emptyDraft);
});

test('退回来的草稿整份换上', () => {
  const back = aDraft({ description: '退回来的' });
  expect(changed(aDraft(), { kind: 'restored', draft: back })).toBe(back);
});
