import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/**
 * Beside the entry, where the bundle's import of sharp finds it in the deployed package. Not a layer: osls asks CloudFormation about
 * layers while it packages, and packaging must work without credentials.
 */
const entry = fileURLToPath(new URL('../../functions/src/entry', import.meta.url));
const installed = join(entry, 'node_modules');

const versionIn = (packageFolder: string): string | undefined => {
  const file = join(packageFolder, 'package.json');
  if (!existsSync(file)) return undefined;
  return z.parse(z.object({ version: z.string() }), JSON.parse(readFileSync(file, 'utf8'))).version;
};

const holdsLibrary = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((file) => /\.node$|\.so\./.test(file));

/** npm leaves out without a word what it knows no package for. */
const isComplete = (modules: string, version: string): boolean =>
  versionIn(join(modules, 'sharp')) === version &&
  holdsLibrary(join(modules, '@img', 'sharp-linux-arm64', 'lib')) &&
  holdsLibrary(join(modules, '@img', 'sharp-libvips-linux-arm64', 'lib'));

const install = (version: string) => {
  const workshop = mkdtempSync(join(entry, '..', 'node_modules-'));
  try {
    writeFileSync(join(workshop, 'package.json'), JSON.stringify({ private: true, dependencies: { sharp: version } }));
    const platform = ['--os=linux', '--cpu=arm64', '--libc=glibc'];
    const quiet = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', '--prefix', workshop, ...platform, ...quiet], { cwd: workshop, stdio: 'inherit' });
    const modules = join(workshop, 'node_modules');
    if (!isComplete(modules, version)) throw new Error(`npm installed no linux-arm64 build of sharp ${version}`);
    rmSync(installed, { recursive: true, force: true });
    renameSync(modules, installed);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
};

/** Installs for Lambda's platform the sharp that the tests ran with; does nothing when it is there. */
const buildSharp = () => {
  const version = versionIn(fileURLToPath(new URL('..', import.meta.resolve('sharp'))));
  if (version === undefined) throw new Error('sharp is not installed: run npm ci');
  if (!isComplete(installed, version)) install(version);
  console.log(`sharp ${version} for linux-arm64 is ready`);
};

buildSharp();
