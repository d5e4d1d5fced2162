import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { aPhoto } from '../photos/photo.builder.ts';
import { aDraft, aTicketId } from './builders.ts';
import { type Draft, emptyDraft, type ReportBody } from './draft.ts';
import { makeDraftStore } from './store.ts';
import { makeSubmit } from './submit.ts';

const ticketOf = ({ id, categoryCode }: ReportBody): TicketView => ({
  id,
  number: '261122-00001',
  communityId: 'xfl',
  categoryCode,
  categoryName: '路灯',
  title: '路灯不亮',
  state: 'dispatched',
  reportedAt: '2026-11-22T02:00:00.000Z',
  version: 1,
  relation: 'reporter',
  place: {},
  isHeld: true,
  events: [],
  can: [],
});

/** A service that answers each attempt in turn with what `answers` say; what it is asked is noted together with what the phone kept. */
const aPhone = (answers: (Error | 'ok')[], draft = aDraft(), signIns: (Error | 'ok')[] = []) => {
  let kept: Draft | undefined = draft;
  const store = makeDraftStore({
    read: () => kept,
    write: (next) => {
      kept = next;
      return true;
    },
  });
  const asked: { body: ReportBody; kept: ReportBody | undefined }[] = [];
  const submit = makeSubmit({
    store,
    freshTicketId: async () => aTicketId(),
    signIn: async () => {
      const answer = signIns.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
    },
    report: async (body) => {
      asked.push({ body, kept: kept?.attempt });
      const answer = answers.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
      return ticketOf(body);
    },
  });
  return { store, submit, asked, kept: () => kept };
};

test('先记下再发，成功后草稿清空', async () => {
  const { submit, asked, store, kept } = aPhone(['ok']);
  expect(await submit()).toMatchObject({ kind: 'done', ticket: { id: asked[0]?.body.id } });
  expect(asked[0]?.kept).toEqual(asked[0]?.body);
  expect([store.get(), kept()]).toEqual([emptyDraft, undefined]);
});

test('点两下只发一次', async () => {
  const { submit, asked } = aPhone([]);
  await Promise.all([submit(), submit()]);
  expect(asked).toHaveLength(1);
});

test('草稿没齐不发', async () => {
  const { submit, asked } = aPhone([], aDraft({ photos: [aPhoto({ state: 'uploading' })] }));
  expect(await submit()).toEqual({ kind: 'incomplete' });
  expect(asked).toEqual([]);
});

test.each([new ApiError('network'), new ApiError('gateway'), new ApiError('internal'), new TypeError('没料到')])(
  '不知道成没成（%s）：锁住，再试时同一个编号同样的内容',
  async (error) => {
    const { submit, asked, store } = aPhone([error, 'ok']);
    expect(await submit()).toEqual({ kind: 'unanswered', error });
    store.change({ kind: 'descriptionWritten', description: '改不动' });
    expect(await submit()).toMatchObject({ kind: 'done' });
    expect(asked[1]?.body).toEqual(asked[0]?.body);
  },
);

test('手机关掉再开，仍然发同一份', async () => {
  const first = aPhone([new ApiError('network')]);
  await first.submit();
  const second = aPhone(['ok'], first.kept());
  await second.submit();
  expect(second.asked[0]?.body).toEqual(first.asked[0]?.body);
});

describe('还没送到就停住', () => {
  test.each(['session.missing', 'session.riskyUser', 'wechat.unavailable', 'network'] as const)(
    '登录不成（%s）：什么都没发，草稿照旧能改',
    async (code) => {
      const draft = aDraft();
      const { submit, asked, store } = aPhone(['ok'], draft, [new ApiError(code)]);
      expect(await submit()).toMatchObject({ kind: 'notSent', error: { code } });
      expect([asked, store.get()]).toEqual([[], draft]);
      expect(await submit()).toMatchObject({ kind: 'done' });
    },
  );

  test.each(['session.expired', 'wechat.unavailable', 'tooFrequent'] as const)(
    '发了但在门口被拦下（%s）：没有写进去，草稿照旧能改',
    async (code) => {
      const draft = aDraft();
      const { submit, store } = aPhone([new ApiError(code)], draft);
      expect(await submit()).toMatchObject({ kind: 'notSent', error: { code } });
      expect(store.get()).toEqual(draft);
    },
  );

  test.each([
    ['登录', [new ApiError('network')], ['ok', new ApiError('session.riskyUser')]],
    ['门口', [new ApiError('network'), new ApiError('tooFrequent')], []],
  ] as const)('上一次还不知道成没成，再试停在%s：仍然锁着', async (_, answers, signIns) => {
    const { submit, asked, store } = aPhone([...answers], aDraft(), [...signIns]);
    await submit();
    expect(await submit()).toMatchObject({ kind: 'notSent' });
    expect(store.get().attempt).toEqual(asked[0]?.body);
  });
});

describe('明确没有写进去', () => {
  test('编号用过了：解锁，下次是新编号', async () => {
    const { submit, asked } = aPhone([new ApiError('id.reused'), 'ok']);
    expect(await submit()).toMatchObject({ kind: 'refused', problems: {} });
    await submit();
    expect(asked[1]?.body.id).not.toBe(asked[0]?.body.id);
  });

  test('内容有误：指到那一项', async () => {
    const details = [{ field: 'body.place.label', rule: 'too_big', message: '最多 60 个字' }];
    const { submit, store } = aPhone([new ApiError('request.invalid', undefined, details)]);
    expect(await submit()).toMatchObject({ problems: { place: '最多 60 个字' }, message: '最多 60 个字' });
    expect(store.get().attempt).toBeUndefined();
  });

  test('类别没有了：请重选', async () => {
    const { submit, store } = aPhone([new ApiError('category.unknown')]);
    expect(await submit()).toMatchObject({ problems: { category: '没有这个类别，请重新选择' } });
    expect(store.get().categoryCode).toBeUndefined();
  });

  test('位置在外面：别的都留着', async () => {
    const draft = aDraft();
    const { submit, store } = aPhone([new ApiError('place.outside')], draft);
    await submit();
    expect(store.get()).toEqual({ ...draft, place: { ...draft.place, standing: { state: 'outside' } } });
  });

  test.each([
    ['media.notReady', 'processing'],
    ['media.refused', 'refused'],
    ['media.notFound', 'failed'],
  ] as const)('%s：标出是哪一张', async (code, state) => {
    const photos = [aPhoto(), aPhoto()];
    const details = [{ field: 'body.photoIds.1', rule: code, message: '这一张不行' }];
    const { submit, store } = aPhone([new ApiError(code, undefined, details)], aDraft({ photos }));
    expect(await submit()).toMatchObject({ problems: { photos: '这一张不行' } });
    expect(store.get().photos.map((photo) => photo.state)).toEqual(['ready', state]);
  });
});
