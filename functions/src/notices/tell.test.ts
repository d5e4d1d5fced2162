import type { PersonId } from '@suishoupai/shared/ids';
import { expect, test } from 'vitest';
import { makeMemoryNoticeStore, type NoticeStore } from './store.ts';
import { makeTell } from './tell.ts';

const personIds = Array.from({ length: 60 }, (_, index): PersonId => `usr_${index}`);
const notice = {
  kind: 'voteOpen',
  cause: 'evt_1',
  at: '2026-11-16T02:00:00.000Z',
  title: '可以投票了',
  text: '换电梯',
  about: 'vot_xfl_1',
} as const;
const tellWith = (notices: Pick<NoticeStore, 'keep'>) =>
  makeTell({ notices, people: { staffOf: async () => [] }, followersOf: async () => [] });
const inboxes = async (store: NoticeStore) =>
  (await Promise.all(personIds.map((personId) => store.countUnread(personId)))).reduce((sum, count) => sum + count, 0);

test('告诉很多人：一批一批同时写，一个不少，也不一下子全写', async () => {
  const store = makeMemoryNoticeStore();
  const running = { now: 0, most: 0 };
  const tell = tellWith({
    keep: async (...input) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await store.keep(...input);
      running.now -= 1;
    },
  });
  await tell(notice, { personIds });
  expect([await inboxes(store), running.most]).toEqual([60, 25]);
});

test('有一个没写成，整条算没成；再来一次补齐，不重复', async () => {
  const store = makeMemoryNoticeStore();
  const broken = tellWith({
    keep: async (personId, kept) => {
      if (personId === 'usr_30') throw new Error('cut');
      await store.keep(personId, kept);
    },
  });
  await expect(broken(notice, { personIds })).rejects.toThrow('cut');
  expect(await inboxes(store)).toBeLessThan(60);
  await tellWith(store)(notice, { personIds });
  expect(await inboxes(store)).toBe(60);
});
