import type { MediaId } from '@suishoupai/shared/ids';
import type { Carry } from './carry.ts';
import type { DraftPhoto } from './draft.ts';
import type { DraftStore } from './store.ts';

type Deps = {
  store: Pick<DraftStore, 'get' | 'change'>;
  carry: Carry;
  isFileThere: (path: string) => Promise<boolean>;
};

/** Keeps every photo of the draft on its way, each once at a time. */
export const makeTransport = ({ store, carry, isFileThere }: Deps) => {
  const onTheWay = new Set<MediaId>();

  /** True when the photo could not be saved from oblivion and left the draft. */
  const start = async (photo: DraftPhoto): Promise<boolean> => {
    if (onTheWay.has(photo.id)) return false;
    onTheWay.add(photo.id);
    const end = await carry(photo).finally(() => onTheWay.delete(photo.id));
    if (end === 'lost') store.change({ kind: 'photoRemoved', id: photo.id });
    return end === 'lost';
  };

  const needsTravel = async ({ state, path }: DraftPhoto): Promise<boolean> =>
    state === 'ready' ? !(await isFileThere(path)) : state !== 'refused';

  return {
    /** Goes on with what is unfinished: after adding, on return to the page, when the network is back. Answers how many photos are lost. */
    resume: async (): Promise<number> => {
      const lost = await Promise.all(
        store.get().photos.map(async (photo) => (await needsTravel(photo)) && (await start(photo))),
      );
      return lost.filter(Boolean).length;
    },
    retry: async (id: MediaId): Promise<void> => {
      const photo = store.get().photos.find((each) => each.id === id);
      if (photo?.state === 'failed') await start(photo);
    },
  };
};
