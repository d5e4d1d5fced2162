import type { ErrorBody } from '@suishoupai/shared/contract/errors';
import { type Route, type RouteInput, type RouteResponse, routeUrl } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import { type Grant, peopleRoutes } from '@suishoupai/shared/people/contract';
import { makeApi } from '../src/app.ts';
import { makePhotoUrls } from '../src/media/photo-urls.ts';
import { makeMediaService } from '../src/media/service.ts';
import { makeMemoryMediaStore } from '../src/media/store.ts';
import { makeMemoryNoticeStore } from '../src/notices/store.ts';
import { makeMemoryPeopleStore } from '../src/people/store.ts';
import { makeMemoryPlacesStore } from '../src/places/store.ts';
import { makeConsequences } from '../src/tickets/consequences.ts';
import { makeMemoryTicketStore } from '../src/tickets/store.ts';
import { makeSweep } from '../src/tickets/sweep.ts';
import type { PushConfig } from '../src/wechat/push.ts';
import { aCommunity, aDutyLine, aMediaId, tail } from './builders.ts';
import { encryptPush, mediaCheckEvent, safePush } from './push.ts';

type Answer<R extends Route> = { status: number; body: RouteResponse<R>; error: ErrorBody['error'] };

const site = { region: 'local', urlSuffix: 'localhost', endpoint: 'http://s3.test' };
const credentials = () => ({ accessKeyId: 'key', secretAccessKey: 'secret' });

type Stores = Parameters<typeof makeApi>[0]['stores'];

const memoryStores = (): Stores => ({
  people: makeMemoryPeopleStore(),
  notices: makeMemoryNoticeStore(),
  places: makeMemoryPlacesStore(),
  tickets: makeMemoryTicketStore(),
  media: makeMemoryMediaStore(),
});

const push: PushConfig = { appId: 'wx1', token: 'token', aesKey: 'a'.repeat(43) };

/** The whole service, spoken to through its front door; on memory unless given other stores. Time stands still until moved. */
export const aService = async (stores: Stores = memoryStores()) => {
  let at = new Date('2026-11-16T02:00:00.000Z');
  const now = () => at;
  await stores.places.putCommunity(aCommunity());
  await stores.places.putDuty('xfl', { version: 1, lines: [aDutyLine()] });
  const photoUrls = makePhotoUrls({ site, photosBucket: 'photos', credentials, now });
  const logged: string[] = [];
  const app = makeApi({
    stores,
    media: makeMediaService({ store: stores.media, photoUrls, site, uploadsBucket: 'uploads', credentials, now }),
    wechat: { exchangeCode: async (code) => `openid-${code}` },
    session: { key: new Uint8Array(32).fill(7), audience: 'test' },
    push,
    now,
    randomBytes: (count) => Buffer.from(tail().padStart(count * 2, '0')).subarray(-count),
    log: {
      info: () => {},
      error: (message, fields) => {
        logged.push(`${message} ${JSON.stringify(fields)} ${String(fields?.['cause'])}`);
      },
    },
  });

  /** WeChat's verdict on a photo, through the door it really comes by. */
  const pushVerdict = async (traceId: string, suggest: 'pass' | 'review' | 'risky'): Promise<number> => {
    const { query, body } = safePush(push, encryptPush(push, mediaCheckEvent(traceId, suggest, push.appId)), at);
    const { status } = await app.request(`/wechat/push?${new URLSearchParams(query)}`, { method: 'POST', body });
    return status;
  };

  const sent: { openid: string; page: string }[] = [];
  const follow = makeConsequences({
    ...stores,
    wechat: {
      checkText: async (_, content) => (content.includes('待审') ? 'held' : 'pass'),
      sendMessage: async ({ openid, page }) => {
        sent.push({ openid, page });
        return 'sent';
      },
    },
    templates: { ticketProgress: 'tpl-progress', ticketWaiting: 'tpl-waiting' },
    now,
  });

  const fetch = (path: string, init: RequestInit = {}) => app.request(path, init);
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
    const response = await app.request(routeUrl(route.path, params, query), {
      method: route.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await response.json()) as { error?: ErrorBody['error'] };
    return {
      status: response.status,
      body: json as RouteResponse<R>,
      error: json.error ?? { code: 'internal', message: '' },
    };
  };

  const signIn = async (name: string, ...grants: Grant[]): Promise<{ token: string; personId: PersonId }> => {
    const person = await stores.people.admit(`openid-${name}`, `usr_${tail()}`, at);
    for (const grant of grants) await stores.people.grant(person.id, grant);
    const { body } = await call(peopleRoutes.signIn, { body: { code: name } });
    return { token: body.token, personId: person.id };
  };

  /** A photo that was uploaded and cleaned. */
  const cleanPhoto = async (ownerId: PersonId): Promise<MediaId> => {
    const id = aMediaId();
    await stores.media.open({
      ownerId,
      id,
      contentType: 'image/jpeg',
      size: 1000,
      state: 'awaiting',
      safety: 'pending',
      createdAt: at.toISOString(),
      expiresAt: 2_000_000_000,
    });
    await stores.media.settle(ownerId, id, { state: 'clean', width: 800, height: 600 });
    return id;
  };

  return {
    stores,
    call,
    fetch,
    signIn,
    cleanPhoto,
    follow,
    sweep: makeSweep({
      tickets: stores.tickets,
      newEventId: () => `evt_${tail()}`,
      log: { info: () => {}, error: (message) => logged.push(message) },
    }),
    sent,
    pushVerdict,
    logged,
    now,
    moveTo: (iso: string) => {
      at = new Date(iso);
    },
  };
};

export type Service = Awaited<ReturnType<typeof aService>>;

export const wuye: Grant = { role: 'departmentStaff', communityId: 'xfl', departmentId: 'dep_wuye', label: '幸福物业' };
export const grid01: Grant = { role: 'gridWorker', communityId: 'xfl', gridId: 'grd_01', label: '网格员 01' };
export const community: Grant = { role: 'communityStaff', communityId: 'xfl', label: '幸福里居委会' };
