import type { MediaId } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import { fullKey, thumbKey } from './keys.ts';
import { presignGet, type S3Site } from './presign.ts';
import type { Credentials } from './sigv4.ts';

type Deps = { site: S3Site; photosBucket: string; credentials: () => Credentials; now: () => Date };

/** Links to a clean photo; they are made without a look at the record, so ask only for photos that were found clean. */
export const makePhotoUrls =
  ({ site, photosBucket, credentials, now }: Deps) =>
  (id: MediaId): Photo => {
    const signed = { site, bucket: photosBucket, credentials: credentials(), now: now() };
    return {
      id,
      url: presignGet({ ...signed, key: fullKey(id) }),
      thumbUrl: presignGet({ ...signed, key: thumbKey(id) }),
    };
  };

export type PhotoUrls = ReturnType<typeof makePhotoUrls>;
