import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { openBundle } from './bundle.ts';
import { type Device, newDevice } from './device.ts';
import { drawPage, type Element, isDisabled, nameOf, reachable, upwards, wordsOf } from './element.ts';
import { type LaterNavigation, makePages, type PageOptions } from './pages.ts';
import type { Service } from './service.ts';
import { usedApis } from './shipped.ts';
import { makeWx, Refused } from './wx.ts';
import { readTemplates } from './wxml.ts';

const AppJson = z.object({
  pages: z.array(z.string()),
  subPackages: z.optional(z.array(z.object({ root: z.string(), pages: z.array(z.string()) }))),
  tabBar: z.object({ list: z.array(z.object({ pagePath: z.string(), text: z.string() })) }),
});

/** What one action of a person cost in bytes over the bridge: on pages that stood open, and on those it opened. */
export type Cost = { action: string; on: string; bytes: number; openedBytes: number };

type Input = {
  dist: string;
  service: Pick<Service, 'request' | 'wechatUrl'>;
  /** The address that the build was given for the service. */
  apiUrl: string;
  persona: string;
  /** An earlier start of the program on the same phone, which has ended: what it left there is found again. */
  earlier?: { storage: ReadonlyMap<string, string>; device: Pick<Device, 'files'> };
};

const patienceMs = 20_000;
const pauseMs = 5;

/** Names that Taro looks for and does without. */
const probed = new Set(['cloud', 'env', 'webpackJsonp', 'then', 'toJSON']);

const neverStubbed = (name: string, faults: string[]) => () => {
  faults.push(`wx.${name} was called and is not part of the harness`);
  throw new Error(`wx.${name} is not part of the harness`);
};

/** WeChat on a phone with the shipped mini-program in it: taps and types as a person does and reads what the templates draw. */
export const openPhone = ({ dist, service, apiUrl, persona, earlier }: Input) => {
  const appJson = z.parse(AppJson, JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')));
  const tabs = appJson.tabBar.list.map(({ pagePath }) => pagePath);
  const subpages = (appJson.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  const templates = readTemplates(dist);
  const device: Device = newDevice(persona, earlier?.device.files);
  const faults: string[] = [];
  const costs: Cost[] = [];

  let registered: PageOptions | undefined;
  let app: PageOptions = {};
  let isInTap = false;
  const options = new Map<string, PageOptions>();

  const optionsOf = (route: string): PageOptions => {
    const known = options.get(route);
    if (known !== undefined) return known;
    registered = undefined;
    bundle.load(`${route}.js`);
    if (registered === undefined) throw new Error(`${route}.js registers no page`);
    options.set(route, registered);
    return registered;
  };
  const pages = makePages({
    routes: [...appJson.pages, ...subpages],
    tabs,
    optionsOf,
    refuse: (reason) => new Refused(reason),
  });
  const soon =
    <A>(go: (argument: A) => object) =>
    async (argument: A) => {
      await wait(0);
      return go(argument);
    };
  const navigation: LaterNavigation = {
    navigateTo: soon(pages.navigation.navigateTo),
    redirectTo: soon(pages.navigation.redirectTo),
    reLaunch: soon(pages.navigation.reLaunch),
    switchTab: soon(pages.navigation.switchTab),
    navigateBack: soon(pages.navigation.navigateBack),
  };

  const storage = new Map(earlier?.storage);
  const { apis, isAtRest, networkChanged } = makeWx({
    device,
    storage,
    service,
    apiUrl,
    navigation,
    inside: (value) => bundle.inside(value),
    isInTap: () => isInTap,
  });
  const missing = usedApis(dist).filter((name) => !(name in apis));
  const target: Record<string, unknown> = {
    ...apis,
    ...Object.fromEntries(missing.map((name) => [name, neverStubbed(name, faults)])),
  };
  const wx = new Proxy(target, {
    get: (own, name) => {
      if (typeof name !== 'string' || Object.hasOwn(own, name)) return Reflect.get(own, name);
      if (!probed.has(name) && !(name in Object.prototype)) faults.push(`wx.${name} was looked for`);
      return Reflect.get(own, name);
    },
  });

  const bundle = openBundle(dist, {
    wx,
    console: {
      ...console,
      error: (...words: unknown[]) => faults.push(`console.error: ${words.map(String).join(' ')}`),
    },
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (given: PageOptions) => {
      app = given;
    },
    Page: (given: PageOptions) => {
      registered = given;
    },
    Component: () => {},
    Behavior: (given: PageOptions) => given,
    getApp: () => app,
    getCurrentPages: () => pages.stack().map(({ instance }) => instance),
    requirePlugin: () => ({}),
  });

  const page = (): Element => drawPage(pages.current()?.data.root ?? {}, templates);
  const route = (): string => pages.current()?.route ?? '';
  const words = (): string[] => wordsOf(page());

  const until = async <T>(what: string, look: () => T | undefined | false): Promise<T> => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const found = look();
      if (found !== undefined && found !== false) return found;
      if (Date.now() > deadline)
        throw new Error(
          [
            `${what} did not come. On ${route()}: ${words().join(' | ')}`,
            `to tap: ${reachable(page(), 'tap', /./).map(nameOf).join(' | ')}`,
            `toasts: ${device.toasts.join(' | ')}`,
          ].join('\n'),
        );
      await wait(pauseMs);
    }
  };

  const bytesSent = () => pages.open().reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  /** Every answer has come and what followed from it is on the screen. */
  const rest = async () => {
    let looks = 0;
    let before = -1;
    await until('rest', () => {
      const now = bytesSent();
      looks = isAtRest() && now === before ? looks + 1 : 0;
      before = now;
      return looks >= 3;
    });
  };

  const sent = () => pages.open().map((each) => ({ each, before: each.sentBytes }));
  let close: (() => void) | undefined;
  /** What is sent from here to the next action counts for this one. */
  const begin = (action: string) => {
    close?.();
    const before = sent();
    const on = route();
    close = () => {
      const bytes = before.reduce((sum, { each, before: at }) => sum + each.sentBytes - at, 0);
      const known = new Set(before.map(({ each }) => each));
      const opened = pages.open().filter((each) => !known.has(each));
      costs.push({ action, on, bytes, openedBytes: opened.reduce((sum, each) => sum + each.sentBytes, 0) });
    };
  };

  /** WeChat calls every bound element from the touched one upwards, until one catches. */
  const dispatch = (element: Element, type: string, detail: object, isBubbling: boolean) => {
    const open = pages.current();
    const bound = [...upwards(element)].filter(({ events }) => events.has(type));
    for (const each of isBubbling ? bound : bound.slice(0, 1)) {
      const spot = (id: string) => ({ id, dataset: { sid: id }, offsetLeft: 0, offsetTop: 0 });
      const event = {
        type,
        detail,
        timeStamp: Date.now(),
        target: spot(element.id),
        currentTarget: spot(each.id),
        mark: {},
      };
      open?.send('eh', bundle.inside(event));
      if (each.events.get(type) === 'catch') break;
    }
  };

  const touch = (element: Element) => {
    isInTap = true;
    dispatch(element, 'tap', {}, true);
    isInTap = false;
  };

  const the = (event: string, name: string | RegExp) =>
    until(`「${String(name)}」`, () => {
      const [first, second] = reachable(page(), event, name).filter((element) => !isDisabled(element));
      if (second !== undefined && first !== undefined && !nested(first, second))
        throw new Error(`「${String(name)}」 is there more than once on ${route()}`);
      return second ?? first;
    });
  const nested = (outer: Element, inner: Element) => [...upwards(inner)].includes(outer);

  return {
    device,
    storage,
    faults,
    rest,
    costs: () => {
      close?.();
      close = undefined;
      return costs;
    },
    page,
    route,
    words,
    until,
    /** Waits until the words are on the page. */
    see: (wanted: string | RegExp) =>
      until(`「${String(wanted)}」`, () => {
        const joined = words().join('\n');
        return typeof wanted === 'string' ? joined.includes(wanted) : wanted.test(joined);
      }),
    isOn: (wanted: string) => until(wanted, () => route() === wanted),
    /** What can be tapped on this page, by spoken name. */
    taps: () => reachable(page(), 'tap', /./).map(nameOf),
    tap: async (name: string | RegExp) => {
      await rest();
      const element = await the('tap', name);
      begin(`点「${nameOf(element).slice(0, 24)}」`);
      touch(element);
    },
    /** Two taps faster than any answer. */
    tapTwice: async (name: string | RegExp) => {
      await rest();
      const element = await the('tap', name);
      begin(`连点「${nameOf(element).slice(0, 24)}」`);
      touch(element);
      touch(element);
    },
    type: async (name: string | RegExp, value: string) => {
      await rest();
      const element = await the('input', name);
      begin(`写「${nameOf(element).slice(0, 24)}」`);
      dispatch(element, 'focus', { value: '' }, false);
      dispatch(element, 'input', { value, cursor: value.length }, false);
      dispatch(element, 'blur', { value }, false);
    },
    back: async () => {
      await rest();
      begin('返回');
      await navigation.navigateBack(1);
    },
    tab: async (name: string) => {
      const tab = appJson.tabBar.list.find((each) => each.text === name);
      if (tab === undefined) throw new Error(`no tab ${name}`);
      await rest();
      begin(`切到「${name}」`);
      await navigation.switchTab(`/${tab.pagePath}`);
    },
    open: async (url: string) => {
      begin(`打开 ${url}`);
      await navigation.navigateTo(url);
    },
    /** The network comes or goes, and WeChat says so. */
    network: (state: Device['network']) => {
      device.network = state;
      networkChanged();
    },
    launch: async () => {
      bundle.load('app.js');
      const launch = bundle.inside({ path: appJson.pages[0], query: {}, scene: 1001 });
      for (const moment of ['onLaunch', 'onShow'] as const) {
        const handler = app[moment];
        if (typeof handler === 'function') Reflect.apply(handler, app, [launch]);
      }
      begin('启动');
      await navigation.switchTab(`/${appJson.pages[0]}`);
    },
  };
};

export type Phone = ReturnType<typeof openPhone>;
