import type { MediaId } from '@suishoupai/shared/ids';
import type { DraftPhoto } from '../photos/draft-photo.ts';
import { withNews } from '../photos/draft-photo.ts';
import type { PhotoList } from '../photos/photo-list.ts';
import type { Journey } from '../photos/transport.ts';
import { type Entry, type Refusal, withRenamed } from './entry.ts';
import { type Fate, fateOf, fateOfPhotos, type Stop } from './fate.ts';

export type Delivered =
  | { kind: 'answered'; answer: unknown }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'stopped'; why: Stop }
  /** The person took it back, or somebody else is signed in by now. */
  | { kind: 'gone' };

export type DeliveryDeps = {
  /** As it is now, or undefined when it is not to be sent any more. */
  find: (key: Entry['key']) => Entry | undefined;
  put: (entry: Entry) => void;
  /** Brings the photos of a list to the service; never throws. */
  carry: (list: PhotoList) => Promise<Journey>;
  send: (entry: Entry) => Promise<unknown>;
  isOnline: () => Promise<boolean>;
};

const gone = '照片已不在手机里，请重新拍';
const rounds = 2;

/** Sends one entry: its photos first, then itself. Nothing of it is changed once it may have arrived. */
export const makeDelivery = ({ find, put, carry, send, isOnline }: DeliveryDeps) => {
  const photosOf = (key: Entry['key']): PhotoList => {
    const change = (photos: DraftPhoto[], body?: Entry['body']) => {
      const entry = find(key);
      if (entry !== undefined && photos !== entry.photos) put({ ...entry, photos, body: body ?? entry.body });
    };
    return {
      get: () => find(key)?.photos ?? [],
      tell: (id: MediaId, news) => {
        const entry = find(key);
        if (entry === undefined) return;
        const body = news.id === undefined ? entry.body : withRenamed(entry.body, id, news.id);
        change(withNews(entry.photos, id, news), body);
      },
      remove: (id) => change(withNews(find(key)?.photos ?? [], id, { state: 'refused', reason: gone })),
    };
  };

  /** Undefined when all photos have arrived. */
  const carryPhotos = async (key: Entry['key']): Promise<Fate | undefined> => {
    const photos = find(key)?.photos ?? [];
    if (photos.every(({ state }) => state === 'ready')) return undefined;
    const { isSignInNeeded } = await carry(photosOf(key));
    if (isSignInNeeded) return { kind: 'stopped', why: 'signIn' };
    return fateOfPhotos(find(key)?.photos ?? [], await isOnline());
  };

  const attempt = async (entry: Entry): Promise<Fate | { kind: 'answered'; answer: unknown }> => {
    try {
      return { kind: 'answered', answer: await send(entry) };
    } catch (error) {
      return fateOf(entry, error);
    }
  };

  return async (key: Entry['key']): Promise<Delivered> => {
    for (let round = 0; round < rounds; round += 1) {
      const held = await carryPhotos(key);
      const entry = find(key);
      if (entry === undefined) return { kind: 'gone' };
      const end = held ?? (await attempt(entry));
      if (end.kind !== 'photos') return end;
      put({ ...entry, photos: end.photos });
    }
    return { kind: 'stopped', why: 'busy' };
  };
};
