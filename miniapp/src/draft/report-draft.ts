import type { MediaId } from '@suishoupai/shared/ids';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { type Point, placesRoutes } from '@suishoupai/shared/places/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { call, session } from '../api/client.ts';
import { askForMessages, noteMessages } from '../api/messages.ts';
import type { Journey } from '../photos/transport.ts';
import { pickPhotos, transportOf } from '../photos/travel.ts';
import { freshTicketId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import { knownLists } from '../state/lists.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { Draft } from './draft.ts';
import { makeStandingOf } from './standing.ts';
import { makeDraftStore } from './store.ts';
import { makeSubmit } from './submit.ts';

const key = 'draft';

const store = makeDraftStore({
  read: () => readStored(key, Draft),
  write: (draft) => writeStored(key, draft),
});

const transport = transportOf({
  get: () => store.get().photos,
  tell: (id, news) => store.change({ kind: 'photoNews', id, news }),
  remove: (id) => store.change({ kind: 'photoRemoved', id }),
});

const standingOf = makeStandingOf({
  locate: ({ lng, lat, datum }) => call(placesRoutes.locate, { query: { lng, lat, datum } }),
  met: () => [knownLists()?.community].filter((community) => community !== undefined),
});

const submit = makeSubmit({
  store,
  freshTicketId,
  signIn: session.ensure,
  report: (body) => call(ticketRoutes.reportTicket, { body }),
});

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

  askToNotify: (): Promise<SubscriptionTemplate[]> => askForMessages(['ticketProgress']),
  noteAllowed: noteMessages,

  /** Opens camera or album. Throws `DeviceError` when the phone forbids it. */
  addPhotos: async (): Promise<Journey> => {
    const room = ticketLimits.photos - store.get().photos.length;
    const photos = await pickPhotos(room);
    if (photos.length > 0) store.change({ kind: 'photosAdded', photos });
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
