import type { Data } from './wxml.ts';

type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload';
export type PageOptions = Record<string, unknown>;

/** A page that stands open: what WeChat gives its handlers as `this`, and what crossed to its view. */
export type OpenPage = {
  route: string;
  data: { root?: Data };
  /** Bytes of JSON given to `setData` so far. */
  sentBytes: number;
  send: (handler: string, ...args: unknown[]) => unknown;
  instance: PageOptions;
};

type Navigation = {
  navigateTo: (url: string) => object;
  redirectTo: (url: string) => object;
  reLaunch: (url: string) => object;
  switchTab: (url: string) => object;
  navigateBack: (delta: number) => object;
};

/** WeChat changes pages after the handler that asked for it has run. */
export type LaterNavigation = {
  [K in keyof Navigation]: (argument: Parameters<Navigation[K]>[0]) => Promise<object>;
};

type Deps = {
  routes: readonly string[];
  tabs: readonly string[];
  /** What the page's file gave to `Page()`; each page has its own copy of the data. */
  optionsOf: (route: string) => PageOptions;
  /** A navigation that WeChat refuses. */
  refuse: (reason: string) => Error;
};

const most = 10;

/** Writes into `target` at a path such as `root.cn.[0].v`. */
const write = (target: Record<string, unknown>, path: string, value: unknown): void => {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop() ?? '';
  let at = target;
  for (const [index, key] of keys.entries()) {
    const isList = /^\d+$/.test(keys[index + 1] ?? last);
    at[key] ??= isList ? [] : {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = value;
};

const openPage = (route: string, options: PageOptions): OpenPage => {
  const { data, ...rest } = options;
  const copy = JSON.parse(JSON.stringify(data ?? {})) as OpenPage['data'];
  const page: OpenPage = {
    route,
    data: copy,
    sentBytes: 0,
    instance: {
      ...rest,
      data: copy,
      route,
      setData: (change: Record<string, unknown>, done?: () => void) => {
        const json = JSON.stringify(change);
        page.sentBytes += Buffer.byteLength(json);
        for (const [path, value] of Object.entries(JSON.parse(json) as object)) write(copy, path, value);
        if (done !== undefined) setTimeout(done, 0);
      },
      selectComponent: () => null,
    },
    send: (handler, ...args) => {
      const found = page.instance[handler];
      return typeof found === 'function' ? Reflect.apply(found, page.instance, args) : undefined;
    },
  };
  return page;
};

const readUrl = (url: string): { route: string; query: Record<string, string> } => {
  const { pathname, searchParams } = new URL(url, 'https://page/');
  // WeChat hands the query over as it is written; Taro decodes it.
  const raw = new URL(url, 'https://page/').search.slice(1).split('&');
  const pairs = raw
    .filter((part) => part !== '')
    .map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=');
      return [name, value];
    });
  return { route: pathname.slice(1), query: searchParams.size === 0 ? {} : Object.fromEntries(pairs) };
};

/** WeChat's pages: a stack of at most ten, tabs kept alive beneath it. */
export const makePages = ({ routes, tabs, optionsOf, refuse }: Deps) => {
  let stack: OpenPage[] = [];
  const living = new Map<string, OpenPage>();
  const live = (page: OpenPage | undefined, moment: Lifecycle, ...args: unknown[]) => page?.send(moment, ...args);

  const start = (url: string): OpenPage => {
    const { route, query } = readUrl(url);
    if (!routes.includes(route)) throw refuse(`page "${route}" is not found`);
    const page = openPage(route, optionsOf(route));
    stack.push(page);
    live(page, 'onLoad', query);
    live(page, 'onShow');
    setTimeout(() => live(page, 'onReady'), 0);
    return page;
  };

  const close = (pages: readonly OpenPage[]) => {
    for (const page of [...pages].reverse()) if (!tabs.includes(page.route)) live(page, 'onUnload');
  };

  const demandKind = (url: string, isTab: boolean) => {
    if (tabs.includes(readUrl(url).route) !== isTab)
      throw refuse(isTab ? 'can not switch to no-tabBar page' : 'can not navigate to a tabbar page');
  };

  const switchTab = (url: string) => {
    demandKind(url, true);
    const { route } = readUrl(url);
    const before = stack;
    live(before.at(-1), 'onHide');
    stack = [];
    close(before);
    const kept = living.get(route);
    if (kept === undefined) living.set(route, start(url));
    else {
      stack = [kept];
      live(kept, 'onShow');
    }
    return {};
  };

  const navigation: Navigation = {
    navigateTo: (url) => {
      demandKind(url, false);
      if (stack.length >= most) throw refuse(`page limit exceeded: ${most}`);
      live(stack.at(-1), 'onHide');
      start(url);
      return {};
    },
    redirectTo: (url) => {
      demandKind(url, false);
      const replaced = stack.pop();
      if (replaced !== undefined) close([replaced]);
      start(url);
      return {};
    },
    reLaunch: (url) => {
      const before = stack;
      stack = [];
      for (const page of new Set([...before, ...living.values()])) live(page, 'onUnload');
      living.clear();
      const page = start(url);
      if (tabs.includes(page.route)) living.set(page.route, page);
      return {};
    },
    switchTab,
    navigateBack: (delta) => {
      if (stack.length <= 1) throw refuse('cannot navigate back at first page');
      const left = stack.splice(Math.max(1, stack.length - delta));
      close(left);
      live(stack.at(-1), 'onShow');
      return {};
    },
  };

  return {
    navigation,
    current: () => stack.at(-1),
    open: () => [...new Set([...stack, ...living.values()])],
    stack: () => stack,
  };
};
