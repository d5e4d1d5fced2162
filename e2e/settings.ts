import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { env } = process;

/** What may be set from outside. */
export const settings = {
  /** A browser of this machine instead of the one from npm. */
  chromePath: env['CHROME_PATH'],
  /** Finished builds to test instead of those of the tree. */
  h5Dir: env['H5_DIST'],
  weappDir: env['WEAPP_DIST'],
  weappApi: env['WEAPP_API'],
};

/** Folder for what is worth keeping between runs: the unpacked browser, fonts. */
export const cacheDir = (name: string): string => {
  const directory = join(tmpdir(), `suishoupai-${name}`);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  return directory;
};

/** Runs `work` with the system's folder for temporary files at `directory`. */
export const withTmpdir = async <T>(directory: string, work: () => Promise<T>): Promise<T> => {
  const before = env['TMPDIR'];
  env['TMPDIR'] = directory;
  try {
    return await work();
  } finally {
    if (before === undefined) delete env['TMPDIR'];
    else env['TMPDIR'] = before;
  }
};

/** The environment for the browser, with variables of its own. */
export const environmentWith = (own: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined)),
  ...own,
});
