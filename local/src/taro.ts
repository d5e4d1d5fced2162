import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Child, startChild } from './child.ts';
import { root, templates } from './settings.ts';

export type BuildType = 'h5' | 'weapp';

const miniapp = join(root, 'miniapp');
const sources = [miniapp, join(root, 'shared', 'src'), join(root, 'package-lock.json')];
const notSources = new Set(['node_modules', 'dist', '.taro', '.swc', '.cache']);

export const outputOf = (type: BuildType): string => join(miniapp, 'dist', type);

const filesUnder = (path: string): string[] => {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !notSources.has(name));
  return entries.flatMap((entry) => {
    const file = join(path, entry.name);
    return entry.isDirectory() ? filesUnder(file) : [file];
  });
};

/** Of everything that goes into a build: sources, locked packages, and the values compiled in. */
const digestOf = (type: BuildType, values: Record<string, string>): string => {
  const hash = createHash('sha256').update(JSON.stringify([type, values]));
  const files = sources.flatMap((path) => (path.endsWith('.json') ? [path] : filesUnder(path)));
  for (const file of files.sort())
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const templateId = (name: string) => templates.find((template) => template.name === name)?.id ?? '';

/** In a browser the service has the page's own origin; in WeChat it needs an address. */
const compiledIn = (type: BuildType, appUrl: string): Record<string, string> => ({
  TARO_APP_API: type === 'h5' ? '' : appUrl,
  TARO_APP_TEMPLATE_PROGRESS: templateId('ticketProgress'),
  TARO_APP_TEMPLATE_WAITING: templateId('ticketWaiting'),
});

type BuildInput = { type: BuildType; appUrl: string; onStart?: (child: Child) => void };

/**
 * Builds the mini-program for one platform unless nothing that goes into it changed since. True when it was built. Rejects with the
 * compiler's last words.
 */
export const buildMiniapp = async ({ type, appUrl, onStart }: BuildInput): Promise<boolean> => {
  const values = compiledIn(type, appUrl);
  const digest = digestOf(type, values);
  const output = outputOf(type);
  const stampFile = join(output, '.sources');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return false;
  rmSync(stampFile, { force: true });
  const child = startChild({
    name: `taro build --type ${type}`,
    command: process.execPath,
    args: [join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type, '--no-check'],
    cwd: miniapp,
    env: { ...process.env, NODE_ENV: 'production', ...values },
  });
  onStart?.(child);
  const { code, lastWords } = await child.exited;
  if (code !== 0 || !existsSync(output)) throw new Error(`${child.name} 没有成功\n${lastWords}`);
  writeFileSync(stampFile, digest);
  return true;
};
