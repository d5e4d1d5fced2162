import type { MediaId } from '@suishoupai/shared/ids';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { type Point, placesRoutes } from '@suishoupai/shared/places/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { call, send, session } from '../api/client.ts';
import { freshTicketId, newActionId, newMediaId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import type { PickedPhoto } from '../platform/types.ts';
import { knownLists } from '../state/lists.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { makeCarry } from './carry.ts';
import { Draft, type DraftPhoto } from './draft.ts';
import { makeStandingOf } from './standing.ts';
import { makeDraftStore } from './store.ts';
import { makeSubmit } from './submit.ts';
import { type Journey, makeTransport } from './transport.ts';

const key = 'draft';

const store = makeDraftStore({
  read: () => readStored(key, Draft),
  write: (draft) => writeStored(key, draft),
});

/** Silent in WeChat; in a browser nobody is signed in before a persona is chosen, and this says so. */
const signedIn = async (): Promise<void> => {
  if (session.token() === undefined) await session.signIn();
};

const carry = makeCarry({
  store,
  createUpload: async ({ id, contentType, size }) => {
    await signedIn();
    return await call(mediaRoutes.createUpload, { body: { id, contentType, size } });
  },
  getUpload: async (mediaId) => {
    await signedIn();
    return await call(mediaRoutes.getUpload, { params: { mediaId } });
  },
  uploadFile: platform.uploadFile,
  isFileThere: platform.isFileThere,
  newMediaId,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

const transport = makeTransport({ store, carry, isFileThere: platform.isFileThere });

const standingOf = makeStandingOf({
  locate: ({ lng, lat, datum }) => call(placesRoutes.locate, { query: { lng, lat, datum } }),
  met: () => [knownLists()?.community].filter((community) => community !== undefined),
});

const submit = makeSubmit({
  store,
  freshTicketId,
  report: async (body) => {
    await signedIn();
    return await call(ticketRoutes.reportTicket, { body });
  },
});

const tooLarge = `照片超过 ${mediaLimits.maxBytes / 1024 / 1024} MB，请换一张`;

const draftPhoto = async ({ path, size, contentType }: PickedPhoto): Promise<DraftPhoto> => {
  const photo = { id: await newMediaId(), path, size, contentType };
  return size > mediaLimits.maxBytes
    ? { ...photo, state: 'refused', reason: tooLarge }
    : { ...photo, state: 'waiting' };
};

const placePoint = async (point: Point): Promise<void> => {
  store.change({ kind: 'pointPlaced', point, standing: { state: 'asking' } });
  store.change({ kind: 'pointPlaced', point, standing: await standingOf(point) });
};

/** The draft of this phone with all that moves it: lives on while pages come and go, so that photos keep travelling. */
export const reportDraft = {
  store,
  submit,
  resumePhotos: transport.resume,
  retryPhoto: (id: MediaId) => transport.retry(id),

  /** In WeChat it must be the first call of the tap. What is allowed counts only once it is noted. */
  askToNotify: (): Promise<SubscriptionTemplate[]> =>
    platform.allowMessages(['ticketProgress'], send).catch((): SubscriptionTemplate[] => []),

  /** That it could not be noted disturbs nobody. */
  noteAllowed: async (accepted: SubscriptionTemplate[]): Promise<void> => {
    if (accepted.length === 0) return;
    await call(peopleRoutes.addSubscriptions, { body: { id: await newActionId(), accepted } }).catch(() => undefined);
  },

  /** Opens camera or album. Throws `DeviceError` when the phone forbids it. */
  addPhotos: async (): Promise<Journey> => {
    const room = ticketLimits.photos - store.get().photos.length;
    const picked = await platform.choosePhotos(room);
    if (picked.length > 0) store.change({ kind: 'photosAdded', photos: await Promise.all(picked.map(draftPhoto)) });
    return await transport.resume();
  },

  choosePoint: async (point: Point, label?: string): Promise<void> => {
    store.change({ kind: 'pointChosen', point, label });
    await placePoint(point);
  },

  /** Asks again for a point whose community is not known for sure. */
  placeAgain: async (): Promise<void> => {
    const { place, attempt } = store.get();
    if (place === undefined || attempt !== undefined) return;
    const { state } = place.standing;
    if (state === 'asking' || state === 'unknown') await placePoint(place.point);
  },

  /** Where the phone is, unless a place was chosen meanwhile or cannot be had. */
  findPlace: async (): Promise<void> => {
    const point = await platform.currentPoint();
    const { place, attempt } = store.get();
    if (point === undefined || place !== undefined || attempt !== undefined) return;
    await reportDraft.choosePoint(point);
  },
};

export type ReportDraft = typeof reportDraft;
