import type { S3Event } from 'aws-lambda';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { makeIngest } from '../media/ingest.ts';
import { makeS3Client, makeS3ObjectStore } from '../media/objects.ts';
import type { MediaRecord } from '../media/store.ts';
import { log, makeStores, now, photoUrlsOf, s3Of, weChatOf } from '../runtime.ts';
import { makeVerdict } from '../tickets/verdict.ts';

const env = readEnv();
const stores = makeStores(env);
const ingest = makeIngest({
  store: stores.media,
  objects: makeS3ObjectStore(
    makeS3Client({ region: env.AWS_REGION, endpoint: env.S3_ENDPOINT, credentials: s3Of(env).credentials }),
  ),
  buckets: { uploads: env.UPLOADS_BUCKET, photos: env.PHOTOS_BUCKET },
  photoUrls: photoUrlsOf(env),
  safety: weChatOf(env, await readSecrets(env), stores),
  openidOf: async (ownerId) => (await stores.people.find(ownerId))?.openid,
  now,
});

/** S3 encodes keys in events as forms do: a space is a plus. */
const keyOf = (encoded: string) => decodeURIComponent(encoded.replaceAll('+', ' '));

const applyVerdict = makeVerdict(stores);

/** A verdict that came after the photo went into a ticket, because the check was refused, is told to the ticket. */
const showVerdict = async (photo: MediaRecord | undefined): Promise<void> => {
  if (photo?.ticketId === undefined || photo.safety === 'pending') return;
  const ticket = await stores.tickets.find(photo.ticketId);
  if (ticket !== undefined) await applyVerdict(ticket, photo.id, photo.safety);
};

export const handler = async ({ Records }: S3Event): Promise<void> => {
  for (const { s3 } of Records) {
    const photo = await ingest({ key: keyOf(s3.object.key) });
    await showVerdict(photo);
    log.info('photo ingested', { id: photo?.id, state: photo?.state, safety: photo?.safety });
  }
};
