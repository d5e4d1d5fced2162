import type { MediaId } from '@suishoupai/shared/ids';
import { type FileKind, fileNameOf, fileTypes } from '@suishoupai/shared/media/files';
import { asDownload } from '../http/disposition.ts';
import { fileKey } from './keys.ts';
import { presignGet, type S3Site } from './presign.ts';
import type { Credentials } from './sigv4.ts';

type Deps = { site: S3Site; photosBucket: string; credentials: () => Credentials; now: () => Date };

/**
 * Links to a kept file, to be downloaded under a name and never shown as a page; made without a look at the record, so ask only for files that
 * were kept.
 */
export const makeFileUrls =
  ({ site, photosBucket, credentials, now }: Deps) =>
  (id: MediaId, file: { name: string; kind: FileKind }): { url: string; name: string } => {
    const name = fileNameOf(file);
    const answer = {
      'response-content-disposition': asDownload(name),
      'response-content-type': fileTypes[file.kind],
    };
    const signed = { site, bucket: photosBucket, credentials: credentials(), now: now() };
    return { name, url: presignGet({ ...signed, key: fileKey(id), answer }) };
  };

export type FileUrls = ReturnType<typeof makeFileUrls>;
