import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApi } from '@suishoupai/functions/app';
import { makeHallFollower } from '@suishoupai/functions/app/hall-background';
import { makeTicketFollower } from '@suishoupai/functions/app/ticket-background';
import { makeFileUrls } from '@suishoupai/functions/media/file-urls';
import { makeIngest } from '@suishoupai/functions/media/ingest';
import { makeS3Client, makeS3ObjectStore } from '@suishoupai/functions/media/objects';
import { makePhotoUrls } from '@suishoupai/functions/media/photo-urls';
import { makeMediaService } from '@suishoupai/functions/media/service';
import { makeMemoryStores } from '@suishoupai/functions/stores';
import { makeWeChat } from '@suishoupai/functions/wechat/client';
import { demoGrants } from '@suishoupai/local/demo/grants';
import { demoCommunities } from '@suishoupai/local/demo/places';
import { startS3 } from '@suishoupai/local/s3/server';
import { buckets, region, s3Credentials, templates, wechatAppId } from '@suishoupai/local/settings';
import { openidOf } from '@suishoupai/local/wechat/personas';
import { startWeChat } from '@suishoupai/local/wechat/server';
import { idTail } from '@suishoupai/shared/ids';
import { streamed } from '../../functions/test/streamed.ts';
import { streamedTopics } from '../../functions/test/streamed-topics.ts';
import { testVoteKey } from '../../functions/test/vote-key.ts';

const now = () => new Date();
const newTail = () => idTail(Date.now(), randomBytes(10));
const credentials = () => s3Credentials;

type Fetch = (request: Request) => Response | Promise<Response>;

/** WeChat's push needs an address to come to. */
const listen = async (answer: Fetch) => {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    const isBodiless = incoming.method === 'GET' || incoming.method === 'HEAD';
    const body = isBodiless ? {} : { body: Buffer.concat(chunks) };
    const method = incoming.method ?? 'GET';
    const response = await answer(new Request(`http://127.0.0.1${incoming.url}`, { method, headers, ...body }));
    outgoing.writeHead(response.status).end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, stop };
};

/**
 * The real service on memory stores in this process, with the stand-ins of S3 and WeChat: signatures, upload policies, codes, cleaning
 * of photos and safety checks are those of the local stack. Posts of the demo are held by their personas.
 */
export const startService = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'suishoupai-weapp-'));
  const wechatAppSecret = randomBytes(8).toString('hex');
  const push = { appId: wechatAppId, token: 'push-token', aesKey: 'a'.repeat(43) };
  const logged: string[] = [];
  const log = {
    info: () => {},
    error: (message: string, fields?: Record<string, unknown>) =>
      void logged.push(`${message} ${String(fields?.['cause'])}`),
  };

  let answer: Fetch = () => new Response(undefined, { status: 503 });
  const door = await listen((request) => answer(request));
  const { aesKey, token } = push;
  const wechatServer = await startWeChat({
    appId: wechatAppId,
    appSecret: wechatAppSecret,
    templates,
    push: { url: `${door.url}/wechat/push`, token, aesKey },
  });
  const s3 = await startS3({
    directory,
    buckets: Object.values(buckets),
    credentials: s3Credentials,
    region,
    onObjectCreated: ({ bucket, key }) => {
      if (bucket === buckets.uploads) cleanings.push(ingest({ key }).catch((error) => void logged.push(String(error))));
    },
  });

  const stores = makeMemoryStores();
  for (const { community, duty } of demoCommunities) {
    await stores.places.putCommunity(community);
    await stores.places.putDuty(community.id, duty);
  }
  for (const [persona, grant] of demoGrants) {
    const person = await stores.people.admit(openidOf(persona, wechatAppId), `usr_${newTail()}`, now());
    await stores.people.grant(person.id, grant);
  }

  const site = { region, urlSuffix: 'localhost', endpoint: s3.endpoint };
  const photoUrls = makePhotoUrls({ site, photosBucket: buckets.photos, credentials, now });
  const wechat = makeWeChat({
    config: { apiBase: wechatServer.url, appId: wechatAppId, appSecret: wechatAppSecret },
    tokens: stores.accessTokens,
    now,
    log,
    fetch,
  });
  const objects = makeS3ObjectStore(makeS3Client({ region, endpoint: s3.endpoint, credentials }));
  const cleanings: Promise<unknown>[] = [];
  const ingest = makeIngest({
    store: stores.media,
    objects,
    buckets,
    photoUrls,
    safety: wechat,
    openidOf: async (ownerId) => (await stores.people.find(ownerId))?.openid,
    now,
  });
  const follow = makeTicketFollower({
    stores,
    wechat,
    templates: Object.fromEntries(templates.map(({ name, id }) => [name, id])),
    now,
  });
  const followed = streamedTopics(streamed(stores, follow), (change) => followHall(change));
  const followHall: ReturnType<typeof makeHallFollower> = makeHallFollower({
    stores: followed,
    wechat,
    voteKey: testVoteKey,
    newEventId: () => `evt_${newTail()}`,
    now,
  });
  const app = makeApi({
    stores: followed,
    media: makeMediaService({ store: stores.media, photoUrls, site, uploadsBucket: buckets.uploads, credentials, now }),
    fileUrls: makeFileUrls({ site, photosBucket: buckets.photos, credentials, now }),
    wechat,
    session: { key: randomBytes(32), audience: 'weapp' },
    push,
    voteKey: testVoteKey,
    now,
    randomBytes,
    log,
  });
  answer = (request) => app.fetch(request);

  return {
    request: (path: string, init: RequestInit): Promise<Response> => Promise.resolve(app.request(path, init)),
    wechatUrl: wechatServer.url,
    stores,
    objects,
    /** What the service would have logged as an error. */
    logged,
    stop: async () => {
      await Promise.all(cleanings);
      await s3.stop();
      await wechatServer.stop();
      await door.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

export type Service = Awaited<ReturnType<typeof startService>>;
