import { useFileUrl } from '../platform/file-url.ts';
import { platform } from '../platform/platform.ts';
import type { DraftPhoto } from './draft-photo.ts';

/** The address that shows a photo. A kept file is there off line and for ever; the link of a thumbnail ends. */
export const usePhotoUrl = ({ path, thumbUrl }: Pick<DraftPhoto, 'path' | 'thumbUrl'>): string | undefined => {
  const fileUrl = useFileUrl(path);
  return platform.isKeptFile(path) ? (fileUrl ?? thumbUrl) : (thumbUrl ?? fileUrl);
};
