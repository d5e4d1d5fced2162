import type { PersonId } from '@suishoupai/shared/ids';
import { ApiError } from '../api/api-error.ts';
import type { DraftPhoto } from '../photos/draft-photo.ts';
import { type Delivered, type DeliveryDeps, makeDelivery } from './delivery.ts';
import type { Entry, Refusal } from './entry.ts';
import type { Stop } from './fate.ts';
import type { AnswerTo, BodyOf, Kind, ParamsOf } from './sendable.ts';
import type { Shelf } from './shelf.ts';

/** `why`: what it waits for, where a try has told. */
export type OutboxItem = Entry & { state: 'waiting' | 'sending' | 'refused'; why?: Stop | undefined };

export type Given<K extends Kind> = {
  title: string;
  params: ParamsOf<K>;
  /** Its `id` was made before and is the entry's key; `photoIds`, where it has any, are those of `photos`. */
  body: BodyOf<K>;
  photos?: readonly DraftPhoto[] | undefined;
  /** The page to make it again on. */
  from: string;
  /** The ticket it is about; what is about one ticket is sent in its order. */
  lane: string;
  seenAt?: string | undefined;
};

export type Sent<K extends Kind> =
  | { kind: 'answered'; answer: AnswerTo<K> }
  /** The service said no. It stays in the outbox, refused, until the caller has its content safe and calls `remove`. */
  | { kind: 'refused'; key: Entry['key']; error: ApiError }
  /** Kept on the phone; it goes by itself when it can. */
  | { kind: 'waiting'; why: Stop }
  /** No answer, and the phone had no room to keep it: it is not in the outbox, and the form must stay. */
  | { kind: 'unkept'; why: Stop };

/** Something left the outbox because the service had answered it. `isWatched`: whoever sent it was waiting for this. */
export type Departure = { entry: Entry; answer: unknown; isWatched: boolean };

export type OutboxDeps = Pick<DeliveryDeps, 'carry' | 'send' | 'isOnline'> & {
  shelf: Shelf;
  me: () => PersonId | undefined;
  now: () => string;
  /** Forgets files of photos that are needed no more. */
  dropFiles: (paths: string[]) => void;
  /** Asked when the ticket is no longer as it was seen: that this arrived after all, or what others did. */
  lookAgain: (entry: Entry) => Promise<{ answer: unknown } | { meanwhile: string | undefined }>;
};

const errorOfRefusal = ({ code, message, details }: Refusal): ApiError =>
  new ApiError(code as ApiError['code'], message, details);

const stateOf = ({ refusal }: Entry, isSending: boolean): OutboxItem['state'] => {
  if (refusal !== undefined) return 'refused';
  return isSending ? 'sending' : 'waiting';
};

type Watcher = { key: Entry['key']; end: Delivered | undefined };

const none: readonly OutboxItem[] = [];

const isOvertaken = (code: string): boolean =>
  code === 'ticket.changed' || code === 'ticket.stepNotAllowed' || code === 'access.denied';

export const makeOutbox = (deps: OutboxDeps) => {
  const { shelf, me, isOnline, now, dropFiles, lookAgain } = deps;
  const listeners = new Set<() => void>();
  const departures = new Set<(departure: Departure) => void>();
  const stopListeners = new Set<(why: Stop) => void>();
  const sending = new Set<Entry['key']>();
  /** Who waits for an outcome. */
  const watchers = new Set<Watcher>();
  const lanes = new Map<Entry['lane'], Promise<Stop | undefined>>();
  const stops = new Map<Entry['lane'], Stop>();
  /** By whom the items were seen last, so that another person never gets them from here. */
  let shown: { by: PersonId | undefined; items: readonly OutboxItem[]; isFresh: boolean } | undefined;

  const tell = () => {
    if (shown !== undefined) shown.isFresh = false;
    for (const listener of listeners) listener();
  };
  const mine = (): Entry[] => {
    const personId = me();
    return personId === undefined ? [] : shelf.all().filter((entry) => entry.personId === personId);
  };
  const waiting = (): Entry[] => mine().filter(({ refusal }) => refusal === undefined);
  const find = (key: Entry['key']) => waiting().find((entry) => entry.key === key);
  const put = (entry: Entry): boolean => {
    const isKept = shelf.put(entry);
    tell();
    return isKept;
  };
  const drop = (entry: Entry) => {
    shelf.drop(entry.key);
    tell();
  };

  const stop = (lane: Entry['lane'], why: Stop): Stop => {
    stops.set(lane, why);
    tell();
    for (const listener of stopListeners) listener(why);
    return why;
  };

  const isWatched = (wanted: Entry['key']) => [...watchers].some(({ key }) => key === wanted);

  const deliver = makeDelivery({ ...deps, find, put });

  /** Others were quicker, or this very entry was and its answer got lost. Who waits for the outcome looks for themselves. */
  const judged = async (entry: Entry, end: Delivered): Promise<Delivered> => {
    if (end.kind !== 'refused' || isWatched(entry.key) || !isOvertaken(end.refusal.code)) return end;
    const found = await lookAgain(entry).catch(() => undefined);
    if (found === undefined) return end;
    if ('answer' in found) return { kind: 'answered', answer: found.answer };
    return { kind: 'refused', refusal: { ...end.refusal, meanwhile: found.meanwhile } };
  };

  const settle = (key: Entry['key'], end: Delivered): void => {
    const mineToTell = [...watchers].filter((watcher) => watcher.key === key);
    const entry = find(key);
    if (entry !== undefined && end.kind === 'answered') {
      drop(entry);
      dropFiles(entry.photos.map(({ path }) => path));
      for (const listener of departures) listener({ entry, answer: end.answer, isWatched: mineToTell.length > 0 });
    }
    if (entry !== undefined && end.kind === 'refused') put({ ...entry, refusal: end.refusal });
    for (const watcher of mineToTell) watcher.end = end;
  };

  const sendFirst = async (entry: Entry): Promise<Delivered> => {
    sending.add(entry.key);
    stops.delete(entry.lane);
    tell();
    const end = await deliver(entry.key)
      .then((given) => judged(entry, given))
      .finally(() => sending.delete(entry.key));
    settle(entry.key, end);
    tell();
    return end;
  };

  const runLane = async (lane: Entry['lane']): Promise<Stop | undefined> => {
    for (;;) {
      const first = waiting().find((entry) => entry.lane === lane);
      if (first === undefined) return undefined;
      const end = await sendFirst(first);
      if (end.kind === 'stopped') return stop(lane, end.why);
    }
  };

  /** One lane is walked by one at a time. */
  const walk = (lane: Entry['lane']): Promise<Stop | undefined> => {
    const running = lanes.get(lane) ?? runLane(lane).finally(() => lanes.delete(lane));
    lanes.set(lane, running);
    return running;
  };

  const flushAll = async (): Promise<Stop | undefined> => {
    if (waiting().length === 0) return undefined;
    if (!(await isOnline())) return 'network';
    let stopped: Stop | undefined;
    const walked = new Set<Entry['lane']>();
    for (;;) {
      const next = waiting().find(({ lane }) => !walked.has(lane));
      if (next === undefined) return stopped;
      walked.add(next.lane);
      const why = await walk(next.lane);
      if (why === 'network' || why === 'signIn') return why;
      stopped ??= why;
    }
  };

  let flushing: Promise<Stop | undefined> | undefined;

  /** The id was made for this content, so an entry that is there already is the same one. */
  const add = <K extends Kind>(kind: K, given: Given<K>): boolean => {
    const personId = me();
    if (personId === undefined) throw new ApiError('session.missing');
    const { params, body, photos = [], ...rest } = given;
    const { id: key } = body;
    if (find(key) !== undefined) return true;
    const order = 1 + Math.max(0, ...shelf.all().map((entry) => entry.order));
    return put({
      ...rest,
      key,
      order,
      personId,
      kind,
      params,
      body: { ...body },
      photos: [...photos],
      madeAt: now(),
    });
  };

  /** Walks the lane until this entry's fate is known; one that ended just before it came is walked once more. */
  const follow = async (watcher: Watcher, lane: Entry['lane']): Promise<Delivered> => {
    if (!(await isOnline())) return { kind: 'stopped', why: stop(lane, 'network') };
    while (watcher.end === undefined && find(watcher.key) !== undefined) {
      const why = await walk(lane);
      if (why !== undefined) watcher.end ??= { kind: 'stopped', why };
    }
    return watcher.end ?? { kind: 'gone' };
  };

  const watching = async <T>(key: Entry['key'], work: (watcher: Watcher) => Promise<T>): Promise<T> => {
    const watcher: Watcher = { key, end: undefined };
    watchers.add(watcher);
    return await work(watcher).finally(() => {
      watchers.delete(watcher);
      tell();
    });
  };

  const remove = (key: Entry['key']): Entry | undefined => {
    const entry = mine().find((each) => each.key === key);
    if (entry === undefined || sending.has(key)) return undefined;
    drop(entry);
    return entry;
  };

  return {
    /**
     * Writes it down, then tries at once; `onKept` runs between the two, before anything else can happen. Throws `session.missing` when
     * nobody is signed in on this phone.
     */
    send: async <K extends Kind>(kind: K, given: Given<K>, onKept?: () => void): Promise<Sent<K>> => {
      const { id: key } = given.body;
      let isKept = false;
      const end = await watching(key, async (watcher) => {
        isKept = add(kind, given);
        if (isKept) onKept?.();
        return await follow(watcher, given.lane);
      });
      switch (end.kind) {
        case 'answered':
          return { kind: 'answered', answer: end.answer as AnswerTo<K> };
        case 'refused':
          return { kind: 'refused', key, error: errorOfRefusal(end.refusal) };
        case 'gone':
          return { kind: 'waiting', why: 'signIn' };
        case 'stopped':
          if (isKept) return { kind: 'waiting', why: end.why };
          shelf.drop(key);
          tell();
          return { kind: 'unkept', why: end.why };
        default:
          return end satisfies never;
      }
    },

    /** Sends what waits, as far as it goes. However often it is called at once, it runs once. Answers why it stopped, if it did. */
    flush: (): Promise<Stop | undefined> => {
      flushing ??= flushAll().finally(() => {
        flushing = undefined;
      });
      return flushing;
    },

    /** What the person who is signed in has in it, in the order it was made, but for what a screen is just sending and shows itself. */
    items: (): readonly OutboxItem[] => {
      const by = me();
      if (shown === undefined || shown.by !== by || !shown.isFresh) {
        const items = mine()
          .filter(({ key }) => !isWatched(key))
          .map((entry) => ({
            ...entry,
            state: stateOf(entry, sending.has(entry.key)),
            why: stops.get(entry.lane),
          }));
        // The same list while it is empty: screens that show nothing of it need not be drawn again.
        shown = { by, items: items.length === 0 ? none : items, isFresh: true };
      }
      return shown.items;
    },

    /** Takes it out, photos and all still on the phone, for a form that has its content again. Undefined while it is being sent. */
    remove,

    /** Takes it out for good, with its photos. False while it is being sent. */
    discard: (key: Entry['key']): boolean => {
      const entry = remove(key);
      if (entry !== undefined) dropFiles(entry.photos.map(({ path }) => path));
      return entry !== undefined;
    },

    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Told of everything that the service has answered. */
    onDeparture: (listener: (departure: Departure) => void): (() => void) => {
      departures.add(listener);
      return () => departures.delete(listener);
    },

    /** Told whenever something could not be sent for now. */
    onStop: (listener: (why: Stop) => void): (() => void) => {
      stopListeners.add(listener);
      return () => stopListeners.delete(listener);
    },

    /** To be called when somebody signs in or out. */
    personChanged: tell,
  };
};

export type Outbox = ReturnType<typeof makeOutbox>;
