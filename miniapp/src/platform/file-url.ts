import { useEffect, useState } from 'react';
import { blobShelf } from './blob-shelf.ts';

const useBrowserUrl = (path: string): string | undefined => {
  const [loaded, setLoaded] = useState<{ path: string; url: string | undefined }>();
  const known = blobShelf.knownUrl(path);
  useEffect(() => {
    if (known !== undefined) return;
    let isWanted = true;
    void blobShelf.urlOf(path).then((url) => isWanted && setLoaded({ path, url }));
    return () => {
      isWanted = false;
    };
  }, [path, known]);
  return known ?? (loaded?.path === path ? loaded.url : undefined);
};

/** The address by which a picture shows a file of this phone; undefined while a browser fetches it from where it is kept. */
export const useFileUrl: (path: string) => string | undefined =
  process.env['TARO_ENV'] === 'weapp' ? (path) => path : useBrowserUrl;
