import type { CommunityId, MediaId, TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { ApiError, hasNoAnswer, needsSignIn } from '../api/api-error.ts';
import type { Part, ReportBody } from './draft.ts';
import { bodyOf } from './missing.ts';
import type { DraftStore } from './store.ts';

export type Problems = Partial<Record<Part, string>>;

export type Submitted =
  | { kind: 'done'; ticket: TicketView }
  /** Whether it was written is unknown: the draft stays locked, and the next submission repeats it. */
  | { kind: 'unanswered'; error: unknown }
  /** Surely not written by this submission: the draft is as open or as locked as it was before. */
  | { kind: 'notSent'; error: unknown }
  /** Surely not written: the draft is open again, and the next submission is a new one. */
  | { kind: 'refused'; problems: Problems; message: string }
  | { kind: 'incomplete' };

export type SubmitDeps = {
  store: DraftStore;
  freshTicketId: (communityId: CommunityId) => Promise<TicketId>;
  /** Does nothing for somebody who is signed in. */
  signIn: () => Promise<void>;
  report: (body: ReportBody) => Promise<TicketView>;
};

/** Turned away before the service looked at the report: it says nothing of an earlier attempt. */
const isAtTheDoor = (error: unknown): boolean =>
  needsSignIn(error) ||
  (error instanceof ApiError && (error.code === 'wechat.unavailable' || error.code === 'tooFrequent'));

/** No answer or a fault, the service's or ours: none of them says that nothing was written. */
const isUnanswered = (error: ApiError): boolean => hasNoAnswer(error) || error.code === 'internal';

const partOfField = (field: string): Part => {
  const [, name] = field.split('.');
  switch (name) {
    case 'photoIds':
      return 'photos';
    case 'categoryCode':
      return 'category';
    case 'description':
      return 'description';
    default:
      return 'place';
  }
};

const resubmit = '这份内容要重新提交一次，请再点「提交」';

const problemsOf = ({ code, message, details }: ApiError): Problems => {
  switch (code) {
    case 'place.outside':
      return { place: message };
    case 'category.unknown':
      return { category: message };
    case 'id.reused':
      return {};
    default:
      return Object.fromEntries(details.map((detail) => [partOfField(detail.field), detail.message]));
  }
};

/** The photo that a refusal names by its place in the list. */
const photosNamed = ({ details }: ApiError, { photoIds }: ReportBody) =>
  details.flatMap(({ field, message }) => {
    const id: MediaId | undefined = photoIds[Number(/^body\.photoIds\.(\d+)$/.exec(field)?.[1] ?? -1)];
    return id === undefined ? [] : [{ id, message }];
  });

const photoStates = { 'media.notReady': 'processing', 'media.refused': 'refused', 'media.notFound': 'failed' } as const;

const hasPhotoState = (code: string): code is keyof typeof photoStates => code in photoStates;

/** Submits the draft once at a time: a second call while one runs gets the outcome of the first. */
export const makeSubmit = ({ store, freshTicketId, signIn, report }: SubmitDeps) => {
  const open = (error: ApiError, body: ReportBody): Submitted => {
    store.change({ kind: 'refused' });
    const { code } = error;
    if (hasPhotoState(code))
      for (const { id, message } of photosNamed(error, body))
        store.change({ kind: 'photoNews', id, news: { state: photoStates[code], reason: message } });
    if (code === 'category.unknown') store.change({ kind: 'categoryChosen', code: undefined });
    if (code === 'place.outside')
      store.change({ kind: 'pointPlaced', point: body.place.point, standing: { state: 'outside' } });
    return {
      kind: 'refused',
      problems: problemsOf(error),
      message: code === 'id.reused' ? resubmit : (error.details[0]?.message ?? error.message),
    };
  };

  /** The body is written down before the first attempt, so that a repeat after a crash is recognised as one. */
  const prepare = async (): Promise<ReportBody | undefined> => {
    const draft = store.get();
    if (draft.attempt !== undefined) return draft.attempt;
    const standing = draft.place?.standing;
    if (standing?.state !== 'inside') return undefined;
    const body = bodyOf(draft, await freshTicketId(standing.community.id));
    if (body !== undefined) store.change({ kind: 'attempted', body });
    return body;
  };

  const deliver = async (body: ReportBody, isFirst: boolean): Promise<Submitted> => {
    try {
      const ticket = await report(body);
      store.change({ kind: 'cleared' });
      return { kind: 'done', ticket };
    } catch (error) {
      if (isAtTheDoor(error)) {
        if (isFirst) store.change({ kind: 'refused' });
        return { kind: 'notSent', error };
      }
      return !(error instanceof ApiError) || isUnanswered(error) ? { kind: 'unanswered', error } : open(error, body);
    }
  };

  const attempt = async (): Promise<Submitted> => {
    const isFirst = store.get().attempt === undefined;
    let body: ReportBody | undefined;
    try {
      await signIn();
      body = await prepare();
    } catch (error) {
      return { kind: 'notSent', error };
    }
    return body === undefined ? { kind: 'incomplete' } : await deliver(body, isFirst);
  };

  let running: Promise<Submitted> | undefined;
  return (): Promise<Submitted> => {
    running ??= attempt().finally(() => {
      running = undefined;
    });
    return running;
  };
};
