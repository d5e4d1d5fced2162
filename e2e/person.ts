import { join } from 'node:path';
import { gcj02ToWgs84 } from '@suishoupai/shared/places/geo';
import type { LngLat } from '@suishoupai/shared/places/ring';
import type { Browser, Locator, Page } from 'playwright-core';
import { clockAhead, openPhone, type PhoneOptions } from './browser.ts';
import { cacheDir } from './settings.ts';

/** In 网格 07 of the demo's 幸福里社区, and in no community at all; in gcj02, as maps of China show them. */
const inGrid07: LngLat = [121.4229, 31.2206];
export const outsideAll: LngLat = [121.5, 31.3];

/** What a phone's GPS says at a place of the map. */
const gpsAt = (place: LngLat): PhoneOptions['at'] => {
  const [lng, lat] = gcj02ToWgs84(place);
  return { lng, lat };
};

export type Picture = { name: string; mimeType: string; buffer: Buffer };
export const jpegOf = (buffer: Buffer): Picture => ({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });

type Input = { browser: Browser; url: string; at?: LngLat } & Pick<PhoneOptions, 'scheme' | 'isElder'>;

const patienceMs = 20_000;

/** Words of the browser about answers that the tests themselves provoke; the page shows sentences for them. */
const isProvoked = (text: string) => /^Failed to load resource: /.test(text);

const present = new Set<Page>();

/** A picture of every screen that is open, for whoever wonders why a test failed. */
export const picturesOfAll = async (name: string): Promise<string[]> => {
  const files: string[] = [];
  for (const page of present) {
    const file = join(cacheDir('failed'), `${name}-${files.length + 1}.png`);
    await page.screenshot({ path: file });
    files.push(file);
  }
  return files;
};

/** Somebody with a phone of their own, who finds their way by what the screen says. */
export const meet = async ({ browser, url, at = inGrid07, ...looks }: Input) => {
  const context = await openPhone(browser, { ...looks, at: gpsAt(at) });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  present.add(page);
  /** What a developer would see in red. */
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !isProvoked(message.text())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(error.message));

  /** Taro keeps the pages beneath in the document; a person sees the one on top. */
  const seen = (locator: Locator): Locator => locator.filter({ visible: true });
  const role = (name: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'img' | 'alert', called: string | RegExp) =>
    seen(page.getByRole(name, { name: called }));
  const button = (called: string | RegExp): Locator => role('button', called);
  const link = (called: string | RegExp): Locator => role('link', called);
  const see = (text: string | RegExp): Promise<void> => seen(page.getByText(text)).first().waitFor();
  const tab = (text: string): Promise<void> =>
    seen(page.getByText(text, { exact: true }))
      .last()
      .tap();

  const choosePhoto = async (by: string | RegExp, picture: Picture): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(by).tap()]);
    await chooser.setFiles(picture);
  };

  const write = (label: string, text: string): Promise<void> =>
    seen(page.getByLabel(label)).locator('textarea, input').first().fill(text);

  /** As by a link from elsewhere: nothing of the pages before is left. */
  const goTo = async (path: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(`${url}/#/${path}`);
  };

  /** On the sign-in page: nobody is let in before. */
  const agree = (): Promise<void> => role('checkbox', /^我已阅读并同意/).tap();

  return {
    context,
    page,
    trouble,
    agree,
    button,
    /** A button of the sheet that lies over the page. */
    onSheet: (called: string): Locator =>
      seen(page.getByRole('dialog')).last().getByRole('button', { name: called, exact: true }),
    link,
    role,
    see,
    tab,
    choosePhoto,
    home: async () => {
      await page.goto(url);
      await see('看到问题，拍一张');
    },
    /** From wherever one is; the demo asks who one wants to be. */
    signIn: async (name: string) => {
      await goTo('pages/me/index');
      await button('登录').tap();
      await agree();
      await button(new RegExp(`^${name}`)).tap();
      await see('已用微信登录');
    },
    goTo,
    write,
    /** The phone's clock tells this time from here on, and runs. */
    setClock: async (time: Date): Promise<void> => {
      const ahead = clockAhead(time.getTime() - Date.now());
      await context.addInitScript(ahead);
      await page.evaluate(ahead);
    },
    /** What stands in the field now. */
    written: (label: string): Promise<string> =>
      seen(page.getByLabel(label)).locator('textarea, input').first().inputValue(),
    /** Looks again and again at a page that another person's step will change. */
    lookUntil: async (path: string, wanted: () => Locator) => {
      await goTo(path);
      for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await page.reload())
        if (
          await wanted()
            .first()
            .waitFor({ timeout: 1000 })
            .then(
              () => true,
              () => false,
            )
        )
          return;
      throw new Error(`${path} does not show what it should`);
    },
    /** Fills the form of a report up to its button. */
    draftReport: async (picture: Picture, words: string, category = '路灯') => {
      await goTo('report/form/index');
      await choosePhoto('拍照或选照片', picture);
      await button('第 1 张照片，好了').waitFor();
      await seen(page.getByText('网格 07', { exact: true })).waitFor();
      await role('radio', category).tap();
      await write('补充说明，可以不写', words);
    },
    leave: () => {
      present.delete(page);
      return context.close();
    },
  };
};

export type Person = Awaited<ReturnType<typeof meet>>;
