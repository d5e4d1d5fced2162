import type { ErrorBody } from '@suishoupai/shared/contract/errors';
import { type Route, type RouteInput, type RouteResponse, routeUrl } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import { type FileKind, fileTypes } from '@suishoupai/shared/media/files';
import { consentVersion } from '@suishoupai/shared/people/consent';
import type { Grant } from '@suishoupai/shared/people/contract';
import { makeHallFollower, makeHallSweep } from '../src/app/hall-background.ts';
import { makePointsFollower, makePointsSweep } from '../src/app/points-background.ts';
import { makeTicketFollower } from '../src/app/ticket-background.ts';
import { makeApi } from '../src/app.ts';
import type { CommentRecord } from '../src/comments/store.ts';
import { type ItemChange, makeMemoryItems } from '../src/dynamo/memory-items.ts';
import { rollLineOf } from '../src/households/roll-store.ts';
import type { Log } from '../src/log.ts';
import { makeFileUrls } from '../src/media/file-urls.ts';
import { makePhotoUrls } from '../src/media/photo-urls.ts';
import { makeMediaService } from '../src/media/service.ts';
import type { AwaitingMedia, Outcome } from '../src/media/store.ts';
import { makeSendHeld } from '../src/notices/push.ts';
import { makeTokens } from '../src/people/token.ts';
import { makeMemoryStores, type Stores } from '../src/stores.ts';
import type { Change } from '../src/tickets/follower.ts';
import type { Ticket } from '../src/tickets/record.ts';
import { makeSweep } from '../src/tickets/sweep.ts';
import type { HallChange } from '../src/topics/follower.ts';
import type { WeChat } from '../src/wechat/client.ts';
import type { PushConfig } from '../src/wechat/push.ts';
import { aCommunity, aDutyLine, aMediaId, tail } from './builders.ts';
import { encryptPush, mediaCheckEvent, safePush } from './push.ts';
import { commentItem, streamed, ticketItem } from './streamed.ts';
import { streamedHouseholds } from './streamed-households.ts';
import { streamedTopics } from './streamed-topics.ts';
import { streamedVotes } from './streamed-votes.ts';
import { testVoteKey } from './vote-key.ts';

export type Answer<R extends Route> = { status: number; body: RouteResponse<R>; error: ErrorBody['error'] };

const site = { region: 'local', urlSuffix: 'localhost', endpoint: 'http://s3.test' };
const credentials = () => ({ accessKeyId: 'key', secretAccessKey: 'secret' });

export const testPush: PushConfig = { appId: 'wx1', token: 'token', aesKey: 'a'.repeat(43) };

export const testSession = { key: new Uint8Array(32).fill(7), audience: 'test' };
const tokens = makeTokens(testSession);

/** A token that is younger than this needs no other. */
const freshMs = 3_600_000;

/** Somebody signed in; `moveTo` renews the token. */
export type Person = { token: string; personId: PersonId };

/** What the stream of the points table would tell: the service says who listens, the table or its stand-in in memory speaks. */
export const makeFeed = () => {
  let listen = async (_: ItemChange): Promise<void> => {};
  return {
    tell: (change: ItemChange): Promise<void> => listen(change),
    onChange: (listener: (change: ItemChange) => Promise<void>) => {
      listen = listener;
    },
  };
};

type Sent = { openid: string; page: string };
type Messaging = Pick<WeChat, 'checkText' | 'sendMessage'>;

/** WeChat as it is on a good day: words with 待审 in them wait for a person, messages arrive. */
const weChatFor = (sent: Sent[]): Messaging => ({
  checkText: async (_, content) => (content.includes('待审') ? 'held' : 'pass'),
  sendMessage: async ({ openid, page }) => {
    sent.push({ openid, page });
    return 'sent';
  },
});

type Options = {
  isFollowed?: boolean;
  voteKey?: string;
  pointsFeed?: ReturnType<typeof makeFeed>;
  wechat?: (sent: Sent[]) => Messaging;
  /** Hears what the service says of requests, beside `logged`. */
  log?: Log;
  /** By how many milliseconds the clock of whoever asks is wrong. */
  drift?: () => number;
};

/**
 * The whole service, spoken to through its front door; on memory unless given other stores. Time stands still until moved. What the stream
 * does follows in line, before the answer; without `isFollowed` nothing follows.
 */
export const aService = async (
  given?: Stores,
  {
    isFollowed = true,
    voteKey = testVoteKey,
    pointsFeed = makeFeed(),
    wechat = weChatFor,
    drift = () => 0,
    log: heard,
  }: Options = {},
) => {
  const bare = given ?? makeMemoryStores(undefined, makeMemoryItems(pointsFeed.tell));
  let at = new Date('2026-11-16T02:00:00.000Z');
  const now = () => new Date(at.getTime() + drift());
  const hallChanges: HallChange[] = [];
  const ofTickets = async (change: Change): Promise<void> => {
    await followTickets(change);
    await followPoints(change);
  };
  const ofHall = async (change: HallChange): Promise<void> => {
    hallChanges.push(change);
    await followHall(change);
    await followPoints(change);
  };
  if (isFollowed) pointsFeed.onChange((change) => followPoints(change));
  const stores = isFollowed
    ? streamedVotes(streamedTopics(streamedHouseholds(streamed(bare, ofTickets), ofHall), ofHall), ofHall)
    : bare;
  await stores.places.putCommunity(aCommunity());
  await stores.places.putDuty('xfl', { version: 1, lines: [aDutyLine()] });
  const photoUrls = makePhotoUrls({ site, photosBucket: 'photos', credentials, now });
  const logged: string[] = [];
  const app = makeApi({
    stores,
    media: makeMediaService({ store: stores.media, photoUrls, site, uploadsBucket: 'uploads', credentials, now }),
    fileUrls: makeFileUrls({ site, photosBucket: 'photos', credentials, now }),
    wechat: { exchangeCode: async (code) => `openid-${code}` },
    session: testSession,
    push: testPush,
    voteKey,
    now,
    randomBytes: (count) => Buffer.from(tail().padStart(count * 2, '0')).subarray(-count),
    log: {
      info: (message, fields) => heard?.info(message, fields),
      error: (message, fields) => {
        heard?.error(message, fields);
        logged.push(`${message} ${JSON.stringify(fields)} ${String(fields?.['cause'])}`);
      },
    },
  });

  /** WeChat's verdict on a photo, through the door it really comes by. */
  const pushVerdict = async (traceId: string, suggest: 'pass' | 'review' | 'risky'): Promise<number> => {
    const { query, body } = safePush(
      testPush,
      encryptPush(testPush, mediaCheckEvent(traceId, suggest, testPush.appId)),
      at,
    );
    const { status } = await app.request(`/wechat/push?${new URLSearchParams(query)}`, { method: 'POST', body });
    return status;
  };

  const sent: Sent[] = [];
  const log: Log = {
    info: () => {},
    error: (message, fields) => void logged.push(`${message} ${String(fields?.['cause'])}`),
  };
  const messaging = {
    ...stores,
    wechat: wechat(sent),
    templates: { ticketProgress: 'tpl-progress', ticketWaiting: 'tpl-waiting' },
    now,
  };
  const newEventId = () => `evt_${tail()}` as const;
  const followTickets = makeTicketFollower({ ...messaging, stores });
  const followHall = makeHallFollower({ ...messaging, stores, voteKey, newEventId });
  const followPoints = makePointsFollower({ ...messaging, stores });
  const sweepPoints = makePointsSweep({ stores, voteKey, log });
  const sweepHall = makeHallSweep({ stores, voteKey, newEventId, log });

  /** `seenBy`: what the gateway says of the request. */
  const fetch = (path: string, init: RequestInit = {}, seenBy?: object) => app.request(path, init, seenBy);
  const call = async <R extends Route>(
    route: R,
    input: RouteInput<R> & { token?: string | undefined },
  ): Promise<Answer<R>> => {
    const {
      params = {},
      query = {},
      body,
      token,
    } = input as { params?: object; query?: object; body?: unknown; token?: string };
    const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const response = await app.request(routeUrl(route.path, params, query), {
      method: route.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(content && { 'content-type': 'application/json', 'content-length': String(content.length) }),
      },
      ...(content && { body: content }),
    });
    const json = (await response.json()) as { error?: ErrorBody['error'] };
    return {
      status: response.status,
      body: json as RouteResponse<R>,
      error: json.error ?? { code: 'internal', message: '' },
    };
  };

  const signedIn: (Person & { isStaff: boolean; since: number })[] = [];
  const signIn = async (name: string, ...grants: Grant[]): Promise<Person> => {
    const known = await stores.people.admit(`openid-${name}`, `usr_${tail()}`, at);
    for (const grant of grants) await stores.people.grant(known.id, grant);
    await stores.consents.give(known.id, consentVersion, at);
    const isStaff = known.grants.length + grants.length > 0;
    const { token } = await tokens.issue(known.id, isStaff, at);
    const person = { token, personId: known.id, isStaff, since: at.getTime() };
    signedIn.push(person);
    return person;
  };

  const announced = async (ownerId: PersonId, what: Pick<AwaitingMedia, 'contentType' | 'size' | 'safety'>) => {
    const id = aMediaId();
    const since = { createdAt: at.toISOString(), expiresAt: 2_000_000_000 };
    await stores.media.open({ ...what, ...since, ownerId, id, state: 'awaiting' });
    return id;
  };

  /** A photo that was uploaded and cleaned. */
  const cleanPhoto = async (ownerId: PersonId): Promise<MediaId> => {
    const id = await announced(ownerId, { contentType: 'image/jpeg', size: 1000, safety: 'pending' });
    await stores.media.settle(ownerId, id, { state: 'clean', width: 800, height: 600 });
    return id;
  };

  /** A file that was announced, with what became of it. */
  const uploadedFile = async (ownerId: PersonId, kind: FileKind = 'pdf', outcome?: Outcome): Promise<MediaId> => {
    const id = await announced(ownerId, { contentType: fileTypes[kind], size: 120_000, safety: 'pass' });
    if (outcome !== undefined) await stores.media.settle(ownerId, id, outcome);
    return id;
  };

  return {
    stores,
    call,
    fetch,
    signIn,
    cleanPhoto,
    uploadedFile,
    /** What the stream does with a ticket of which it knew so many lines, once more: repeated, late or out of order. */
    follow: (ticket: Ticket, known: number): Promise<void> =>
      ofTickets({
        before: known === 0 ? undefined : ticketItem({ ...ticket, events: ticket.events.slice(0, known) }),
        after: ticketItem(ticket),
      }),
    followComment: (comment: CommentRecord): Promise<void> =>
      followTickets({ before: undefined, after: commentItem(comment) }),
    sendHeld: makeSendHeld({ ...messaging, log }),
    sweep: makeSweep({ tickets: stores.tickets, newEventId, log }),
    sweepVotes: async (by: Date) => (await sweepHall(by)).votes,
    sweepTopics: async (by: Date) => (await sweepHall(by)).topics,
    sweepPoints,
    followPoints,
    followTickets,
    sent,
    /** What the stream does with a change in 议事厅, once more: repeated, late or out of order. */
    followHall,
    /** The sales that the stream has told of. */
    transfers: () =>
      hallChanges.flatMap((change) => {
        const line = change.after && rollLineOf(change.after);
        return line?.kind === 'transfer' ? [{ ...line.transfer, change }] : [];
      }),
    /** The titles of what somebody was told about one thing, the oldest first. */
    toldOf: async (person: Pick<Person, 'personId'>, about: string): Promise<string[]> =>
      (await stores.notices.list(person.personId, undefined)).items
        .filter((notice) => notice.about === about)
        .map(({ title }) => title)
        .toReversed(),
    pushVerdict,
    logged,
    now,
    /** Moves the clock; whoever is signed in stays signed in. */
    moveTo: async (iso: string): Promise<void> => {
      at = new Date(iso);
      for (const person of signedIn) {
        if (Math.abs(at.getTime() - person.since) < freshMs) continue;
        person.since = at.getTime();
        person.token = (await tokens.issue(person.personId, person.isStaff, at)).token;
      }
    },
  };
};

export type Service = Awaited<ReturnType<typeof aService>>;

const department = (departmentId: string, label: string, post?: 'A' | 'B'): Grant => ({
  role: 'departmentStaff',
  communityId: 'xfl',
  departmentId,
  label,
  ...(post === undefined ? {} : { post }),
});
export const wuye = department('dep_wuye', '幸福物业');
/** The B role (B 角) of the property company's desk. */
export const wuyeB = department('dep_wuye', '幸福物业 B 角', 'B');
export const chengguan = department('dep_chengguan', '城管中队');
export const huanwei = department('dep_huanwei', '环卫所');
export const grid01: Grant = { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_01', label: '网格员 01' };
export const community: Grant = { role: 'communityStaff', communityId: 'xfl', label: '幸福里居委会' };
export const coordinator: Grant = { role: 'coordinator', streetId: 'str_changning', label: '长宁街道' };
