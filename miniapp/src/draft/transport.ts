import type { MediaId } from '@suishoupai/shared/ids';
import type { Carried, Carry } from './carry.ts';
import type { DraftPhoto } from './draft.ts';
import type { DraftStore } from './store.ts';

type Deps = {
  store: Pick<DraftStore, 'get' | 'change'>;
  carry: Carry;
  isFileThere: (path: string) => Promise<boolean>;
};

export type Journey = {
  /** Photos that neither the phone nor the service has any more: they left the draft. */
  lost: number;
  isSignInNeeded: boolean;
};

/** Keeps every photo of the draft on its way, each once at a time. */
export const makeTransport = ({ store, carry, isFileThere }: Deps) => {
  const onTheWay = new Set<MediaId>();

  const start = async (photo: DraftPhoto): Promise<Carried | undefined> => {
    if (onTheWay.has(photo.id)) return undefined;
    onTheWay.add(photo.id);
    const end = await carry(photo).finally(() => onTheWay.delete(photo.id));
    if (end === 'lost') store.change({ kind: 'photoRemoved', id: photo.id });
    return end;
  };

  const needsTravel = async ({ state, path }: DraftPhoto): Promise<boolean> =>
    state === 'ready' ? !(await isFileThere(path)) : state !== 'refused';

  return {
    /** Goes on with what is unfinished: after adding, on return to the page, when the network is back. */
    resume: async (): Promise<Journey> => {
      const ends = await Promise.all(
        store.get().photos.map(async (photo) => ((await needsTravel(photo)) ? await start(photo) : undefined)),
      );
      return {
        lost: ends.filter((end) => end === 'lost').length,
        isSignInNeeded: ends.includes('signInNeeded'),
      };
    },
    retry: async (id: MediaId): Promise<void> => {
      const photo = store.get().photos.find((each) => each.id === id);
      if (photo?.state === 'failed') await start(photo);
    },
  };
};
