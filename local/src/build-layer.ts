import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

const root = fileURLToPath(new URL('../..', import.meta.url));
const layer = join(root, '.layer');

const versionIn = (packageFolder: string): string | undefined => {
  const file = join(packageFolder, 'package.json');
  if (!existsSync(file)) return undefined;
  return z.parse(z.object({ version: z.string() }), JSON.parse(readFileSync(file, 'utf8'))).version;
};

/** The native parts, which npm leaves out without a word when it knows no package for the platform. */
const nativeFiles = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.node$|\.so(\.|$)/.test(file))
    : [];

const modulesOf = (folder: string) => join(folder, 'nodejs', 'node_modules');
const isComplete = (folder: string, version: string) =>
  versionIn(join(modulesOf(folder), 'sharp')) === version &&
  nativeFiles(join(modulesOf(folder), '@img', 'sharp-linux-arm64')).length > 0 &&
  nativeFiles(join(modulesOf(folder), '@img', 'sharp-libvips-linux-arm64')).length > 0;

/** Installs the sharp that the tests ran with for Lambda's platform; does nothing when it is there. */
const buildLayer = () => {
  const tested = fileURLToPath(new URL('..', import.meta.resolve('sharp')));
  const version = versionIn(tested);
  if (version === undefined) throw new Error(`No package.json of sharp in ${tested}`);
  if (isComplete(layer, version)) return console.log(`.layer: sharp ${version} for linux-arm64 is there`);

  const building = mkdtempSync(join(root, '.layer-'));
  try {
    const nodejs = join(building, 'nodejs');
    mkdirSync(nodejs);
    writeFileSync(join(nodejs, 'package.json'), JSON.stringify({ private: true, dependencies: { sharp: version } }));
    const platform = ['--os=linux', '--cpu=arm64', '--libc=glibc'];
    const quiet = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', nodejs, ...platform, ...quiet], { cwd: nodejs, stdio: 'inherit' });
    if (!isComplete(building, version)) throw new Error(`npm installed no linux-arm64 build of sharp ${version}`);
    rmSync(layer, { recursive: true, force: true });
    renameSync(building, layer);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  console.log(`.layer: sharp ${version} for linux-arm64`);
};

buildLayer();
