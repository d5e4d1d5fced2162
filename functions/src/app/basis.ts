import { idTail } from '@suishoupai/shared/ids';
import type { MountDeps } from '../http/mount.ts';
import type { Log } from '../log.ts';
import type { MediaService } from '../media/service.ts';
import { makeGrantsOf } from '../people/service.ts';
import { makeTokenReader, type SessionKeys } from '../people/token.ts';
import { makePlacesService } from '../places/service.ts';
import type { SharedStores } from '../stores.ts';

export type BasisDeps = {
  stores: SharedStores;
  media: Pick<MediaService, 'photoUrls' | 'giveTo'>;
  session: SessionKeys;
  now: () => Date;
  randomBytes: (count: number) => Uint8Array;
  log: Log;
};

type RecentCategories = Parameters<typeof makePlacesService>[0]['recentCategories'];
/** Only the part that answers with a community's most reported categories asks tickets for them. */
const none: RecentCategories = async () => [];

/** What every part of the HTTP side stands on: who asks, and what is where. */
export const makeBasis = (
  { stores, session, now, randomBytes, log }: BasisDeps,
  recentCategories: RecentCategories = none,
) => {
  const newTail = () => idTail(now().getTime(), randomBytes(10));
  const places = makePlacesService({ places: stores.places, recentCategories });
  const guard: MountDeps = {
    readToken: makeTokenReader(session),
    grantsOf: makeGrantsOf(stores.people),
    now,
    log,
  };
  return { newTail, places, guard };
};

export type Basis = ReturnType<typeof makeBasis>;
