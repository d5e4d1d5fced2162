import type { CommunityId, TicketId } from '@suishoupai/shared/ids';
import { communityOf } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { Sent } from '../outbox/outbox.ts';
import { type Draft, isUntouched, type ReportBody } from './draft.ts';
import { bodyOf } from './missing.ts';
import { type Problems, refusedDraft } from './refused.ts';
import type { DraftStore } from './store.ts';

export type Submitted =
  | { kind: 'done'; ticket: TicketView }
  /** It lies in the outbox and the draft is free for the next report. */
  | { kind: 'kept'; id: TicketId }
  /** Not sent, or whether it arrived is unknown and the phone is full: the draft stays, and goes under the same id next time. */
  | { kind: 'unkept' }
  /** Nothing was sent: nobody is signed in and that could not be mended, or there could be no id. */
  | { kind: 'notSent'; error: unknown }
  /** Surely not written: the draft is open again, and the next submission is a new one. */
  | { kind: 'refused'; problems: Problems; message: string }
  | { kind: 'incomplete' };

export type SubmitDeps = {
  store: DraftStore;
  freshTicketId: (communityId: CommunityId) => Promise<TicketId>;
  /** Does nothing for somebody who is signed in. */
  signIn: () => Promise<void>;
  isOnline: () => Promise<boolean>;
  /** Through the outbox; `onKept` is called when it lies there, before it is sent. */
  send: (body: ReportBody, draft: Draft, onKept: () => void) => Promise<Sent<'report'>>;
  /** Out of the outbox: the draft has it again. */
  takeOut: (id: TicketId) => void;
};

/** Submits the draft once at a time: a second call while one runs gets the outcome of the first. */
export const makeSubmit = ({ store, freshTicketId, signIn, isOnline, send, takeOut }: SubmitDeps) => {
  const idOf = async ({ reportId }: Draft, communityId: CommunityId): Promise<TicketId> =>
    reportId !== undefined && communityOf(reportId) === communityId ? reportId : await freshTicketId(communityId);

  const prepare = async (): Promise<ReportBody | undefined> => {
    const draft = store.get();
    const standing = draft.place?.standing;
    if (standing?.state !== 'inside') return undefined;
    const id = await idOf(draft, standing.community.id);
    return bodyOf(store.get(), id, await isOnline());
  };

  /** The content moves from the draft into the outbox, and back when it is refused: it is never in neither. */
  const deliver = async (body: ReportBody): Promise<Submitted> => {
    store.change({ kind: 'named', id: body.id });
    const draft = store.get();
    const sent = await send(body, draft, () => store.change({ kind: 'cleared' }));
    switch (sent.kind) {
      case 'answered':
        if (store.get().reportId === body.id) store.change({ kind: 'cleared' });
        return { kind: 'done', ticket: sent.answer };
      case 'waiting':
        return { kind: 'kept', id: body.id };
      case 'unkept':
        return { kind: 'unkept' };
      case 'refused': {
        // Another report was begun meanwhile: this one can be mended from the outbox.
        if (!isUntouched(store.get()) && store.get().reportId !== body.id) return { kind: 'kept', id: body.id };
        const { draft: open, problems, message } = refusedDraft(draft, sent.error);
        store.change({ kind: 'restored', draft: open });
        takeOut(body.id);
        return { kind: 'refused', problems, message };
      }
      default:
        return sent satisfies never;
    }
  };

  const attempt = async (): Promise<Submitted> => {
    let body: ReportBody | undefined;
    try {
      await signIn();
      body = await prepare();
    } catch (error) {
      return { kind: 'notSent', error };
    }
    return body === undefined ? { kind: 'incomplete' } : await deliver(body);
  };

  let running: Promise<Submitted> | undefined;
  return (): Promise<Submitted> => {
    running ??= attempt().finally(() => {
      running = undefined;
    });
    return running;
  };
};
