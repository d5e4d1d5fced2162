import { type Change, changed } from './change.ts';
import { type Draft, emptyDraft, isEmpty } from './draft.ts';

export type DraftStore = {
  get: () => Draft;
  change: (change: Change) => void;
  subscribe: (listener: () => void) => () => void;
  /** False when the phone has no room: what is on the screen would not outlive the app. */
  isSaved: () => boolean;
};

export type Kept = { read: () => Draft | undefined; write: (draft: Draft | undefined) => boolean };

/** The one draft of this phone, written down at every change. */
export const makeDraftStore = ({ read, write }: Kept): DraftStore => {
  let draft: Draft | undefined;
  let isSaved = true;
  const listeners = new Set<() => void>();
  const get = (): Draft => {
    draft ??= read() ?? emptyDraft;
    return draft;
  };
  return {
    get,
    isSaved: () => isSaved,
    change: (change) => {
      const next = changed(get(), change);
      if (next === draft) return;
      draft = next;
      isSaved = write(isEmpty(next) ? undefined : next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
