import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Credentials } from './sigv4.ts';

type Place = { bucket: string; key: string };

type Kept = { bytes: Uint8Array; contentType: string; cacheControl: string; contentDisposition?: string };

export type ObjectStore = {
  /** The object's bytes; 'tooLarge' past `maxBytes`, known before the body is read. */
  get: (place: Place & { maxBytes: number }) => Promise<Uint8Array | 'absent' | 'tooLarge'>;
  /** Writes the object, over one that is there. */
  put: (object: Place & Kept) => Promise<void>;
  /** Removes the object; one that is not there is no error. */
  delete: (place: Place) => Promise<void>;
};

export const makeMemoryObjectStore = (): ObjectStore & { kept: ReadonlyMap<string, Kept> } => {
  const kept = new Map<string, Kept>();
  const nameOf = ({ bucket, key }: Place) => `${bucket}/${key}`;
  return {
    /** By `bucket/key`. */
    kept,
    get: async ({ maxBytes, ...place }) => {
      const object = kept.get(nameOf(place));
      if (object === undefined) return 'absent';
      return object.bytes.length > maxBytes ? 'tooLarge' : object.bytes;
    },
    put: async ({ bucket, key, ...object }) => {
      kept.set(nameOf({ bucket, key }), object);
    },
    delete: async (place) => {
      kept.delete(nameOf(place));
    },
  };
};

type ClientInput = { region: string; endpoint?: string | undefined; credentials: () => Credentials };

/** A client for S3 or, with an endpoint, for what stands in for it. Checksums only where S3 demands them: TLS already guards the bytes. */
export const makeS3Client = ({ region, endpoint, credentials }: ClientInput): S3Client =>
  new S3Client({
    region,
    credentials: async () => {
      const { sessionToken, ...pair } = credentials();
      return sessionToken === undefined ? pair : { ...pair, sessionToken };
    },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  });

const fetchObject = async (client: S3Client, { bucket, key }: Place) => {
  try {
    return await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  } catch (error) {
    // S3 says so only to a role that may list the bucket; to others an absent object is a refusal.
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
};

export const makeS3ObjectStore = (client: S3Client): ObjectStore => ({
  get: async ({ maxBytes, ...place }) => {
    const answer = await fetchObject(client, place);
    if (answer?.Body === undefined) return 'absent';
    if ((answer.ContentLength ?? Number.POSITIVE_INFINITY) <= maxBytes) return answer.Body.transformToByteArray();
    if (answer.Body instanceof Readable) answer.Body.destroy();
    return 'tooLarge';
  },
  put: async ({ bucket, key, bytes, contentType, cacheControl, contentDisposition }) => {
    const served = { ContentType: contentType, CacheControl: cacheControl, ContentDisposition: contentDisposition };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ...served }));
  },
  delete: async ({ bucket, key }) => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  },
});
