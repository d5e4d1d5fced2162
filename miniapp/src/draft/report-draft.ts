import type { MediaId } from '@suishoupai/shared/ids';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { type Point, placesRoutes } from '@suishoupai/shared/places/contract';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { call, session } from '../api/client.ts';
import { askForMessages, noteMessages } from '../api/messages.ts';
import { outbox } from '../outbox/phone-outbox.ts';
import type { Picked } from '../photos/picked.ts';
import type { Journey } from '../photos/transport.ts';
import { pickPhotos, transportOf } from '../photos/travel.ts';
import { freshTicketId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import { routes } from '../routes.ts';
import { knownLists } from '../state/lists.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { Draft, isUntouched, type ReportBody } from './draft.ts';
import type { Refused } from './refused.ts';
import { makeStandingOf } from './standing.ts';
import { makeDraftStore } from './store.ts';
import { makeSubmit } from './submit.ts';
import { takenBack } from './taken-back.ts';

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

const titleOf = ({ description, categoryCode }: ReportBody): string =>
  description || (categoryByCode(categoryCode)?.name ?? '随手拍');

const submit = makeSubmit({
  store,
  freshTicketId,
  signIn: session.ensure,
  isOnline: platform.isOnline,
  send: (body, { photos }, onKept) => {
    const given = { title: titleOf(body), params: undefined, body, photos, lane: body.id, from: routes.report() };
    return outbox.send('report', given, onKept);
  },
  takeOut: (id) => void outbox.remove(id),
});

const placePoint = async (point: Point): Promise<void> => {
  store.change({ kind: 'pointPlaced', point, standing: { state: 'asking' } });
  store.change({ kind: 'pointPlaced', point, standing: await standingOf(point) });
};

/** The draft of this phone with all that moves it: lives on while pages come and go, so that photos keep travelling. */
export const reportDraft = {
  store,
  submit,
  resumePhotos: (): Promise<Journey> => transport.resume(),
  retryPhoto: (id: MediaId) => transport.retry(id),

  askToNotify: (): Promise<SubscriptionTemplate[]> => askForMessages(['ticketProgress']),
  noteAllowed: noteMessages,

  /** Opens camera or album. Throws `DeviceError` when the phone forbids it. */
  addPhotos: async (): Promise<Picked> => {
    const picked = await pickPhotos(ticketLimits.photos - store.get().photos.length);
    if (picked.photos.length > 0) store.change({ kind: 'photosAdded', photos: picked.photos });
    return picked;
  },

  isUntouched: (): boolean => isUntouched(store.get()),

  /** A refused report becomes the draft again; undefined when it is not in the outbox. */
  takeBack: (key: string): Refused | undefined => {
    const entry = outbox.items().find((item) => item.key === key);
    if (entry?.refusal === undefined) return undefined;
    const refused = takenBack(entry, entry.refusal);
    store.change({ kind: 'restored', draft: refused.draft });
    outbox.remove(key);
    return refused;
  },

  /** The program ended between the two: what lies in the outbox is no draft any more. */
  leaveWhatIsKept: (): void => {
    const { reportId } = store.get();
    if (outbox.items().some(({ key }) => key === reportId)) store.change({ kind: 'cleared' });
  },

  choosePoint: async (point: Point, label?: string): Promise<void> => {
    store.change({ kind: 'pointChosen', point, label });
    await placePoint(point);
  },

  /** Asks again for a point whose community is not known for sure. */
  placeAgain: async (): Promise<void> => {
    const { place } = store.get();
    if (place === undefined) return;
    const { state } = place.standing;
    if (state === 'asking' || state === 'unknown') await placePoint(place.point);
  },

  /** Where the phone is, unless a place was chosen meanwhile or cannot be had. */
  findPlace: async (): Promise<void> => {
    const point = await platform.currentPoint();
    if (point === undefined || store.get().place !== undefined) return;
    await reportDraft.choosePoint(point);
  },
};

export type ReportDraft = typeof reportDraft;
