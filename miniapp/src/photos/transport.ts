import type { MediaId } from '@suishoupai/shared/ids';
import type { Carried, Carry } from './carry.ts';
import type { Traveller } from './draft-photo.ts';
import type { PhotoList } from './photo-list.ts';

type Deps<T extends Traveller> = {
  list: PhotoList<T>;
  carry: Carry<T>;
  isFileThere: (path: string) => Promise<boolean>;
  isOnline: () => Promise<boolean>;
};

export type Journey = {
  /** Photos that neither the phone nor the service has any more: they left the list. */
  lost: number;
  isSignInNeeded: boolean;
};

/** Keeps every photo of the list on its way, each once at a time. */
export const makeTransport = <T extends Traveller>({ list, carry, isFileThere, isOnline }: Deps<T>) => {
  const onTheWay = new Set<MediaId>();

  const start = async (photo: T): Promise<Carried | undefined> => {
    if (onTheWay.has(photo.id)) return undefined;
    onTheWay.add(photo.id);
    const end = await carry(photo).finally(() => onTheWay.delete(photo.id));
    if (end === 'lost') list.remove(photo.id);
    return end;
  };

  const needsTravel = async ({ state, path }: T): Promise<boolean> =>
    state === 'ready' ? !(await isFileThere(path)) : state !== 'refused';

  return {
    /** Goes on with what is unfinished: after adding, on return to the page, when the network is back. Off line nothing is tried. */
    resume: async (): Promise<Journey> => {
      if (!(await isOnline())) return { lost: 0, isSignInNeeded: false };
      const ends = await Promise.all(
        list.get().map(async (photo) => ((await needsTravel(photo)) ? await start(photo) : undefined)),
      );
      return {
        lost: ends.filter((end) => end === 'lost').length,
        isSignInNeeded: ends.includes('signInNeeded'),
      };
    },
    retry: async (id: MediaId): Promise<void> => {
      const photo = list.get().find((each) => each.id === id);
      if (photo?.state === 'failed') await start(photo);
    },
  };
};
