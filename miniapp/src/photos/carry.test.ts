import type { MediaId } from '@suishoupai/shared/ids';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { type CarryDeps, makeCarry } from './carry.ts';
import type { DraftPhoto } from './draft-photo.ts';
import { aMediaId, aPhoto } from './photo.builder.ts';
import { makePhotoList } from './photo-list.ts';
import { makeTransport } from './transport.ts';

type Verdict = Awaited<ReturnType<CarryDeps['getUpload']>>;

const clean = (id: MediaId): Verdict => ({ state: 'clean', photo: { thumbUrl: `thumb/${id}` } });

/** A service that cleans what it was sent, and a phone that still has its files. */
const aWorld = (photos: DraftPhoto[], overrides: Partial<CarryDeps> = {}) => {
  const list = makePhotoList(photos, 9);
  const sent = new Set<MediaId>();
  const deps: CarryDeps = {
    list,
    createUpload: async ({ id }) => ({ url: id, fields: {} }),
    uploadFile: async ({ url }) => {
      sent.add(url as MediaId);
      return 'sent';
    },
    getUpload: async (id) => {
      if (sent.has(id)) return clean(id);
      throw new ApiError('media.notFound');
    },
    isFileThere: async () => true,
    newMediaId: async () => aMediaId(),
    wait: async () => undefined,
    ...overrides,
  };
  const transport = makeTransport({
    list,
    carry: makeCarry(deps),
    isFileThere: deps.isFileThere,
    isOnline: async () => true,
  });
  return { list, sent, transport, states: () => list.get().map(({ state }) => state) };
};

const waiting = () => aPhoto({ state: 'waiting' });
const lost = async () => {
  throw new ApiError('network');
};

test('选好的照片一张张传上去，处理好带回缩略图', async () => {
  const photo = waiting();
  const { list, transport } = aWorld([photo]);
  await transport.resume();
  expect(list.get()).toEqual([{ ...photo, state: 'ready', thumbUrl: `thumb/${photo.id}` }]);
});

test('同时最多传三张，九张最后都传完', async () => {
  let now = 0;
  let most = 0;
  const { transport, states } = aWorld(Array.from({ length: 9 }, waiting), {
    uploadFile: async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
      return 'sent';
    },
    getUpload: async (id) => clean(id),
  });
  await transport.resume();
  expect(most).toBe(3);
  expect(states()).toEqual(Array(9).fill('ready'));
});

test('正在传的照片不会被再传一次', async () => {
  const asked: MediaId[] = [];
  const { transport } = aWorld([waiting()], {
    createUpload: async ({ id }) => {
      asked.push(id);
      return { url: id, fields: {} };
    },
    getUpload: async (id) => clean(id),
  });
  await Promise.all([transport.resume(), transport.resume()]);
  expect(asked).toHaveLength(1);
});

test('服务说不能用，就写上原因', async () => {
  const { list, transport } = aWorld([waiting()], {
    getUpload: async () => ({ state: 'refused', reason: 'damaged', message: '照片文件不完整' }),
  });
  await transport.resume();
  expect(list.get()[0]).toMatchObject({ state: 'refused', reason: '照片文件不完整' });
});

test('第一次没传上去会自己再传一次', async () => {
  const outcomes = ['lost', 'sent'] as const;
  let attempt = 0;
  const { transport, states } = aWorld([waiting()], {
    uploadFile: async () => outcomes[attempt++] ?? 'lost',
    getUpload: async (id) => clean(id),
  });
  await transport.resume();
  expect(states()).toEqual(['ready']);
});

test('断网时标成可以重试；网络回来接着传', async () => {
  let isOnline = false;
  const photo = waiting();
  const { transport, states, list } = aWorld([photo], {
    createUpload: async ({ id }) => (isOnline ? { url: id, fields: {} } : lost()),
    getUpload: async (id) => (isOnline ? clean(id) : lost()),
  });
  await transport.resume();
  expect(list.get()[0]).toMatchObject({ state: 'failed', reason: '没有传上去，点「重试」再传一次' });
  isOnline = true;
  await transport.retry(photo.id);
  expect(states()).toEqual(['ready']);
});

test('一直处理不完，最后请人再查', async () => {
  const { list, transport } = aWorld([waiting()], { getUpload: async () => ({ state: 'awaiting' }) });
  await transport.resume();
  expect(list.get()[0]).toMatchObject({ state: 'failed', reason: '处理得比平时慢，点「重试」再查一次' });
});

test.each([
  ['要上传地址时', { createUpload: () => Promise.reject({ errMsg: 'login:fail' }) }],
  ['查结果时', { getUpload: () => Promise.reject(new TypeError('x')) }],
  ['上传时', { uploadFile: () => Promise.reject(new Error('x')) }],
])('%s遇到没料到的错，照片不停在上传中，可以重试', async (_, broken) => {
  const { list, transport } = aWorld([waiting()], broken);
  await transport.resume();
  expect(list.get()[0]).toMatchObject({ state: 'failed', reason: '没有传上去，点「重试」再传一次' });
});

test('换编号时手机给不出新编号，照片可以重试', async () => {
  const { list, transport } = aWorld([waiting()], {
    createUpload: () => Promise.reject(new ApiError('id.reused')),
    newMediaId: () => Promise.reject(new Error('x')),
  });
  await transport.resume();
  expect(list.get()[0]).toMatchObject({ state: 'failed' });
});

test('问得太勤时少问一次，照片不算失败', async () => {
  const answers = [new ApiError('tooFrequent'), new ApiError('gateway')];
  const { transport, states } = aWorld([waiting()], {
    getUpload: async (id) => {
      const refusal = answers.shift();
      if (refusal !== undefined) throw refusal;
      return clean(id);
    },
  });
  await transport.resume();
  expect(states()).toEqual(['ready']);
});

test('没登录时照片等着，并且说要登录', async () => {
  const { transport, states } = aWorld([waiting()], {
    createUpload: async () => {
      throw new ApiError('session.missing');
    },
  });
  expect(await transport.resume()).toEqual({ lost: 0, isSignInNeeded: true });
  expect(states()).toEqual(['waiting']);
});

test('编号属于另一个账号时换个编号再传', async () => {
  const photo = waiting();
  const { list, transport } = aWorld([photo], {
    createUpload: async ({ id }) => {
      if (id === photo.id) throw new ApiError('id.reused');
      return { url: id, fields: {} };
    },
    getUpload: async (id) => clean(id),
  });
  await transport.resume();
  expect(list.get()[0]).toMatchObject({ state: 'ready' });
  expect(list.get()[0]?.id).not.toBe(photo.id);
});

test('传到一半被删掉，就不再管它', async () => {
  const photo = waiting();
  const { list, transport } = aWorld([photo], {
    wait: async () => list.remove(photo.id),
  });
  await transport.resume();
  expect(list.get()).toEqual([]);
});

describe('页面重开、本机文件已经没有', () => {
  const gone = { isFileThere: async () => false };

  test('传好的从服务取回缩略图', async () => {
    const photo = aPhoto();
    const { list, transport } = aWorld([photo], { ...gone, getUpload: async (id) => clean(id) });
    expect(await transport.resume()).toEqual({ lost: 0, isSignInNeeded: false });
    expect(list.get()).toEqual([{ ...photo, thumbUrl: `thumb/${photo.id}` }]);
  });

  test.each(['waiting', 'uploading', 'failed'] as const)('没传完的（%s）去掉，并说少了几张', async (state) => {
    const { list, transport } = aWorld([aPhoto({ state })], gone);
    expect(await transport.resume()).toEqual({ lost: 1, isSignInNeeded: false });
    expect(list.get()).toEqual([]);
  });

  test('上次正在处理的接着等', async () => {
    const verdicts: Verdict[] = [{ state: 'awaiting' }, { state: 'awaiting' }];
    const { transport, states } = aWorld([aPhoto({ state: 'processing' })], {
      ...gone,
      getUpload: async (id) => verdicts.shift() ?? clean(id),
    });
    await transport.resume();
    expect(states()).toEqual(['ready']);
  });
});
