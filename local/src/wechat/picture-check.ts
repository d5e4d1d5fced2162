import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import * as z from 'zod/mini';
import { WeChatError } from './answer.ts';
import type { Call, Deps } from './deps.ts';
import { demandVisitor } from './sign-in.ts';
import { scenes } from './text-check.ts';
import { demandToken } from './token.ts';
import { type Judgement, judgeColour, passed } from './wording.ts';

const maxBytes = 10 * 1024 * 1024;
const maxPixels = 100_000_000;
const downloadTimeoutMs = 10_000;
const notDownloaded = -1008;
const audio = 1;
const image = 2;

const Body = z.object({
  version: z.number(),
  scene: z.number(),
  openid: z.string(),
  media_url: z.string(),
  media_type: z.number(),
});

const download = async (url: string): Promise<Buffer> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(downloadTimeoutMs) });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok || bytes.length > maxBytes)
    throw new Error(`not downloadable: ${response.status}, ${bytes.length} bytes`);
  return bytes;
};

const judgePicture = async (bytes: Buffer): Promise<Judgement> => {
  const { channels } = await sharp(bytes, { limitInputPixels: maxPixels }).toColourspace('srgb').stats();
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean);
  return judgeColour([red, green, blue]);
};

/** The verdict on what lies at the address, or undefined when it could not be had or looked at. */
const verdictOn = async (url: string, mediaType: number): Promise<Judgement | undefined> => {
  try {
    const bytes = await download(url);
    return mediaType === audio ? passed : await judgePicture(bytes);
  } catch {
    return undefined;
  }
};

const report = async (
  { appId, now, push }: Deps,
  traceId: string,
  { openid, media_url: url, media_type: mediaType }: z.output<typeof Body>,
) => {
  const verdict = await verdictOn(url, mediaType);
  await push({
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(now() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: traceId,
    version: 2,
    ...(verdict === undefined
      ? { errcode: notDownloaded, errmsg: 'file download failed', detail: [] }
      : {
          errcode: 0,
          errmsg: 'ok',
          result: verdict,
          detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
        }),
  });
};

/** `media_check_async`, version 2: takes the order and answers; looks at the picture afterwards and pushes what it found. */
export const checkPicture = (deps: Deps, call: Call) => {
  demandToken(deps, call);
  const parsed = z.safeParse(Body, call.body);
  if (!parsed.success) throw new WeChatError(47001, ` ${parsed.error.issues[0]?.path.join('.')}`);
  const { version, scene, openid, media_type: mediaType } = parsed.data;
  if (version !== 2 || (mediaType !== audio && mediaType !== image)) throw new WeChatError(40097);
  if (!scenes.includes(scene)) throw new WeChatError(40129);
  demandVisitor(deps, openid);
  const traceId = randomUUID();
  void report(deps, traceId, parsed.data);
  return { errcode: 0, errmsg: 'ok', trace_id: traceId };
};
