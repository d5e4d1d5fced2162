import { expect, test } from 'vitest';
import { aMediaId, aPhoto } from './photo.builder.ts';
import { makePhotoList } from './photo-list.ts';

test('多出来的不要，留着的次序不变', () => {
  const photos = Array.from({ length: 4 }, () => aPhoto());
  const list = makePhotoList(photos.slice(0, 1), 3);
  list.add(photos.slice(1));
  expect(list.get()).toEqual(photos.slice(0, 3));
});

test('重试成功后，先前失败的原因不再留着；别的照片不动', () => {
  const [photo, other] = [aPhoto({ state: 'failed', reason: '没有传上去' }), aPhoto()];
  const list = makePhotoList([photo, other], 9);
  list.tell(photo.id, { state: 'ready', thumbUrl: 'thumb' });
  expect(list.get()).toEqual([aPhoto({ id: photo.id, thumbUrl: 'thumb' }), other]);
});

test('已经删掉的照片再有消息，什么也不变，也不惊动屏幕', () => {
  const list = makePhotoList([aPhoto()], 9);
  const before = list.get();
  let told = 0;
  const stop = list.subscribe(() => {
    told += 1;
  });
  list.tell(aMediaId(), { state: 'ready' });
  expect([list.get(), told]).toEqual([before, 0]);
  for (const { id } of before) list.remove(id);
  stop();
  list.add([aPhoto()]);
  expect(told).toBe(1);
});
