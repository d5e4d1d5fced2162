import { describe, expect, test } from 'vitest';
import { aMediaId, aPhoto } from '../photos/photo.builder.ts';
import { aDraft, aTicketId, point } from './builders.ts';
import { type Change, changed } from './change.ts';
import { emptyDraft, type ReportBody } from './draft.ts';
import { bodyOf } from './missing.ts';

const attemptOf = (draft = aDraft()): ReportBody => {
  const body = bodyOf(draft, aTicketId());
  if (body === undefined) throw new Error('the draft is not complete');
  return body;
};

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

describe('提交了还没有答复', () => {
  const locked = () => {
    const draft = aDraft();
    return changed(draft, { kind: 'attempted', body: attemptOf(draft) });
  };

  test('什么都不能改', () => {
    const draft = locked();
    const id = draft.photos[0]?.id ?? aMediaId();
    const changes: Change[] = [
      { kind: 'photosAdded', photos: [aPhoto()] },
      { kind: 'photoRemoved', id },
      { kind: 'photoNews', id, news: { state: 'failed' } },
      { kind: 'pointChosen', point: { ...point, lat: 31 } },
      { kind: 'pointPlaced', point, standing: { state: 'outside' } },
      { kind: 'labelWritten', label: '别处' },
      { kind: 'categoryChosen', code: 'E0102' },
      { kind: 'descriptionWritten', description: '改了' },
      { kind: 'attempted', body: attemptOf() },
    ];
    expect(changes.map((change) => changed(draft, change)).every((after) => after === draft)).toBe(true);
  });

  test('新的缩略图可以换上', () => {
    const draft = locked();
    const id = draft.photos[0]?.id ?? aMediaId();
    const after = changed(draft, { kind: 'photoNews', id, news: { state: 'ready', thumbUrl: 'new' } });
    expect(after.photos[0]?.thumbUrl).toBe('new');
  });

  test('被拒绝就解锁，内容都在；有了答复就清空', () => {
    const { attempt: _, ...open } = locked();
    expect(changed({ ...open, attempt: attemptOf() }, { kind: 'refused' })).toEqual(open);
    expect(changed(locked(), { kind: 'cleared' })).toEqual(emptyDraft);
  });
});
