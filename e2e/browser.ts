import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium as playwright } from 'playwright-core';
import * as z from 'zod/mini';
import { cacheDir, environmentWith, settings, withTmpdir } from './settings.ts';

const { resolve } = createRequire(import.meta.url);

const Package = z.object({ version: z.string() });
const browserVersion = (): string => {
  const file = join(dirname(resolve('@sparticuz/chromium')), '..', 'package.json');
  return z.parse(Package, JSON.parse(readFileSync(file, 'utf8'))).version;
};

/** The package unpacks wherever the folder for temporary files is and takes what it finds there, finished or not: hence the rename. */
const unpackedBrowser = async (): Promise<string> => {
  const cache = cacheDir(`chromium-${browserVersion()}`);
  const home = join(cache, 'unpacked');
  if (!existsSync(home)) {
    const fresh = mkdtempSync(join(cache, 'new-'));
    await withTmpdir(fresh, () => chromium.executablePath());
    try {
      renameSync(fresh, home);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      // Another run was faster.
      if (!existsSync(home)) throw error;
    }
  }
  return join(home, 'chromium');
};

const weights = ['400Regular/NotoSansSC_400Regular.ttf', '600SemiBold/NotoSansSC_600SemiBold.ttf'];

/** A fontconfig file by which the browser finds a Chinese face on machines that have none. */
const fontsFile = (): string => {
  const fonts = cacheDir('fonts');
  const from = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  for (const weight of weights) {
    const file = join(fonts, basename(weight));
    if (!existsSync(file)) copyFileSync(join(from, weight), file);
  }
  const conf = join(fonts, 'fonts.conf');
  writeFileSync(
    conf,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>`,
  );
  return conf;
};

/** Nothing but the stack under test is spoken to; what the browser would like to fetch for itself does not resolve. */
const args = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--disable-webgl',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: settings.chromePath ?? (await unpackedBrowser()),
    args,
    headless: true,
    env: environmentWith({ FONTCONFIG_FILE: fontsFile() }),
  });

type Point = { lng: number; lat: number };
export type PhoneOptions = { scheme?: 'light' | 'dark'; isElder?: boolean; at: Point };

const screen: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  permissions: ['geolocation'],
};

const switchElderOn =
  "if (location.protocol !== 'about:') localStorage.setItem('elder', JSON.stringify({ data: true }))";

/** The clock of a page, so far ahead of the machine's from here on; said again, the last one counts. */
export const clockAhead = (ms: number): string => `{
  const real = (globalThis.dateOfMachine ??= Date);
  const now = () => real.now() + (${ms});
  globalThis.Date = new Proxy(real, {
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
  });
}`;

/** A phone of its own, with nothing in its storage: one person. Taro keeps each value as `{ data }`. */
export const openPhone = async (
  browser: Browser,
  { scheme = 'light', isElder = false, at }: PhoneOptions,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    ...screen,
    colorScheme: scheme,
    geolocation: { longitude: at.lng, latitude: at.lat, accuracy: 10 },
  });
  if (isElder) await context.addInitScript(switchElderOn);
  return context;
};
