import { describe, expect, test } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import type { Sent } from '../outbox/outbox.ts';
import { aPhoto } from '../photos/photo.builder.ts';
import { aTicket } from '../ticket/ticket.builder.ts';
import { aDraft, aTicketId } from './builders.ts';
import { type Draft, emptyDraft, type ReportBody } from './draft.ts';
import { makeDraftStore } from './store.ts';
import { makeSubmit } from './submit.ts';

type Outcome = Sent<'report'>['kind'] | ApiError;

/** An outbox that ends each sending in turn as `outcomes` say; what it is given is noted together with what the phone kept as a draft. */
const aPhone = (
  outcomes: Outcome[],
  draft = aDraft(),
  { signIns = [] as (Error | 'ok')[], isOnline = true, meanwhile = '' } = {},
) => {
  let kept: Draft | undefined = draft;
  const store = makeDraftStore({
    read: () => kept,
    write: (next) => {
      kept = next;
      return true;
    },
  });
  const given: { body: ReportBody; kept: Draft | undefined }[] = [];
  const out: string[] = [];
  const submit = makeSubmit({
    store,
    freshTicketId: async () => aTicketId(),
    signIn: async () => {
      const answer = signIns.shift() ?? 'ok';
      if (answer !== 'ok') throw answer;
    },
    isOnline: async () => isOnline,
    send: async (body, _, onKept) => {
      given.push({ body, kept });
      const outcome = outcomes.shift() ?? 'answered';
      if (outcome !== 'unkept') onKept();
      if (meanwhile !== '') store.change({ kind: 'descriptionWritten', description: meanwhile });
      if (outcome instanceof ApiError) return { kind: 'refused', key: body.id, error: outcome };
      if (outcome === 'waiting' || outcome === 'unkept') return { kind: outcome, why: 'network' };
      return { kind: 'answered', answer: aTicket({ id: body.id }) };
    },
    takeOut: (id) => out.push(id),
  });
  return { store, submit, given, out, kept: () => kept };
};

test('编号先记在草稿里，再发；成功后草稿清空', async () => {
  const { submit, given, store, kept } = aPhone(['answered']);
  expect(await submit()).toMatchObject({ kind: 'done', ticket: { id: given[0]?.body.id } });
  expect(given[0]?.kept?.reportId).toBe(given[0]?.body.id);
  expect([store.get(), kept()]).toEqual([emptyDraft, undefined]);
});

test('点两下只发一次', async () => {
  const { submit, given } = aPhone([]);
  await Promise.all([submit(), submit()]);
  expect(given).toHaveLength(1);
});

test('草稿没齐不发', async () => {
  const { submit, given } = aPhone([], aDraft({ photos: [aPhoto({ state: 'uploading' })] }));
  expect(await submit()).toEqual({ kind: 'incomplete' });
  expect(given).toEqual([]);
});

test('没有网络：照片没传也交给待发送，草稿腾出来', async () => {
  const photos = [aPhoto({ state: 'waiting' })];
  const { submit, given, store } = aPhone(['waiting'], aDraft({ photos }), { isOnline: false });
  expect(await submit()).toEqual({ kind: 'kept', id: given[0]?.body.id });
  expect(given[0]?.body.photoIds).toEqual(photos.map(({ id }) => id));
  expect(store.get()).toEqual(emptyDraft);
});

test('手机满了又没收到答复：草稿还在，再试是同一个编号', async () => {
  const { submit, given } = aPhone(['unkept', 'answered']);
  expect(await submit()).toEqual({ kind: 'unkept' });
  expect(await submit()).toMatchObject({ kind: 'done' });
  expect(given[1]?.body).toEqual(given[0]?.body);
});

test('换到别的社区，编号也换', async () => {
  const draft = aDraft({ reportId: 'tkt_other_00000000000000000000000000' });
  const { submit, given } = aPhone([], draft);
  await submit();
  expect(given[0]?.body.id).toMatch(/^tkt_xfl_/);
});

test.each(['session.missing', 'session.riskyUser', 'wechat.unavailable', 'network'] as const)(
  '登录不成（%s）：什么都没发，草稿照旧',
  async (code) => {
    const draft = aDraft();
    const { submit, given, store } = aPhone([], draft, { signIns: [new ApiError(code)] });
    expect(await submit()).toMatchObject({ kind: 'notSent', error: { code } });
    expect([given, store.get()]).toEqual([[], draft]);
    expect(await submit()).toMatchObject({ kind: 'done' });
  },
);

describe('明确没有写进去：回到草稿，不在待发送里', () => {
  test('下次是新编号', async () => {
    const { submit, given, out } = aPhone([new ApiError('id.reused'), 'answered']);
    expect(await submit()).toMatchObject({ kind: 'refused', problems: {} });
    await submit();
    expect(given[1]?.body.id).not.toBe(given[0]?.body.id);
    expect(out).toEqual([given[0]?.body.id]);
  });

  test('内容有误：指到那一项', async () => {
    const details = [{ field: 'body.place.label', rule: 'too_big', message: '最多 60 个字' }];
    const draft = aDraft();
    const { submit, store } = aPhone([new ApiError('request.invalid', undefined, details)], draft);
    expect(await submit()).toMatchObject({ problems: { place: '最多 60 个字' }, message: '最多 60 个字' });
    expect(store.get()).toEqual(draft);
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

  test('这期间已经在写另一份：不换掉它，留在待发送里改', async () => {
    const { submit, store, out } = aPhone([new ApiError('category.unknown')], aDraft(), { meanwhile: '另一份' });
    expect(await submit()).toMatchObject({ kind: 'kept' });
    expect([store.get().description, out]).toEqual(['另一份', []]);
  });
});
