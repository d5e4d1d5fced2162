import { MediaId, PersonId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { DraftPhoto } from '../photos/draft-photo.ts';
import { kinds, sendable } from './sendable.ts';

const Refusal = z.object({
  code: z.string(),
  /** The service's own sentence. */
  message: z.string(),
  details: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })),
  /** 「幸福物业 接单」: what others did before this arrived. */
  meanwhile: z.optional(z.string()),
});
export type Refusal = z.output<typeof Refusal>;

/** Something a person did, kept on the phone from before its first try until the service has answered. */
export const Entry = z.object({
  /** The id in the body: one for ever, however often it is sent. */
  key: z.string(),
  /** Its place among all that was made on this phone. */
  order: z.int(),
  personId: PersonId,
  kind: z.enum(kinds),
  /** What it is, for people: 「处理反馈：3 号楼门前路灯不亮」. */
  title: z.string(),
  /** Entries of one lane are sent in their order: the ticket they are about. */
  lane: z.string(),
  /** The page on which it was made and can be made again. */
  from: z.string(),
  params: z.optional(z.record(z.string(), z.string())),
  body: z.record(z.string(), z.unknown()),
  /** To be carried before it; their ids stand in the body too. */
  photos: z.array(DraftPhoto),
  madeAt: z.string(),
  /** When the newest thing happened that the person knew of, by the service's clock. */
  seenAt: z.optional(z.string()),
  refusal: z.optional(Refusal),
});
export type Entry = z.output<typeof Entry>;

const outdated: Refusal = {
  code: 'outdated',
  message: '小程序更新以后，这份内容的格式变了，发不出去。请重新填写一次',
  details: [],
};

const isSendable = ({ kind, params, body }: Entry): boolean => {
  const route = sendable[kind];
  const fits = (schema: z.core.$ZodType | undefined, value: unknown) =>
    schema === undefined || z.safeParse(schema, value).success;
  return fits(route.body, body) && fits('params' in route ? route.params : undefined, params);
};

/** What was read back from the phone. What an older version of the program wrote and this one cannot send stays, and says so. */
export const entryFrom = (kept: unknown): Entry | undefined => {
  const parsed = z.safeParse(Entry, kept);
  if (!parsed.success) return undefined;
  const entry = parsed.data;
  return entry.refusal !== undefined || isSendable(entry) ? entry : { ...entry, refusal: outdated };
};

/** A photo that travels on under another id is named so in the body too. */
export const withRenamed = (body: Entry['body'], from: MediaId, to: MediaId): Entry['body'] => {
  const photoIds = z.safeParse(z.array(MediaId), body['photoIds']);
  if (!photoIds.success) return body;
  return { ...body, photoIds: photoIds.data.map((id) => (id === from ? to : id)) };
};
