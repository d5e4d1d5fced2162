import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderScene } from '@suishoupai/local/demo/scenes';
import { root } from '@suishoupai/local/settings';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from './browser.ts';
import { jpegOf, meet, type Person } from './person.ts';
import { startProduct } from './stack.ts';

const directory = join(root, 'docs', 'guide', 'images');
const maxBytes = 150 * 1024;

/** Few colours are enough for drawn screens; photos take more, and then fewer of them. */
const small = async (picture: Buffer): Promise<Buffer> => {
  for (const colours of [256, 128, 64]) {
    const png = await sharp(picture).png({ palette: true, colours, effort: 10 }).toBuffer();
    if (png.length <= maxBytes) return png;
  }
  throw new Error('a screen does not fit into the size of a picture');
};

/** Taro scrolls each page by itself. */
const toTop =
  "for (const page of [document.scrollingElement, ...document.querySelectorAll('.taro_page')]) page.scrollTop = 0";

type Shoot = (person: Person, name: string) => Promise<void>;

const shoot: Shoot = async ({ page }, name) => {
  await page.waitForLoadState('networkidle');
  await page.getByRole('status', { name: '正在打开' }).filter({ visible: true }).first().waitFor({ state: 'hidden' });
  await page.evaluate(toTop);
  const picture = await small(await page.screenshot({ animations: 'disabled' }));
  const { size } = await sharp(picture).toFile(join(directory, `${name}.png`));
  console.log(`${name}.png ${Math.round(size / 1024)} KB`);
};

const lamp = async () => jpegOf(await renderScene('lampOff'));
/** A ticket of the demo with everything in it: replied, confirmed, rated. */
const wholeTicket = /^3 号楼门前路灯不亮/;

const atHome = async (person: Person) => {
  await person.tab('首页');
  await person.see('身边正在解决');
};

const atWholeTicket = async (person: Person) => {
  await person.goTo('pages/my-tickets/index');
  await person.link(wholeTicket).first().tap();
  await person.see('办理经过');
};

const resident = async (browser: Browser, url: string) => {
  const person = await meet({ browser, url });
  await person.goTo('pages/sign-in/index');
  await person.see('您以谁的身份进入');
  await shoot(person, 'sign-in');
  await person.signIn('李阿姨');
  await atHome(person);
  await shoot(person, 'home');
  await person.tab('身边');
  await person.see('人人看得见');
  await shoot(person, 'nearby');
  await person.goTo('pages/my-tickets/index');
  await person.see('都在这里了');
  await shoot(person, 'my-tickets');
  await person.goTo('pages/inbox/index');
  await person.see('都在这里了');
  await shoot(person, 'inbox');
  await atWholeTicket(person);
  await shoot(person, 'ticket');
  await person.draftReport(await lamp(), '5 号楼旁的路灯不亮，晚上看不清台阶');
  await shoot(person, 'report');
  await person.button(/^提交/).tap();
  await person.see('收到了，谢谢您');
  await shoot(person, 'reported');
  await person.leave();
};

const staff = async (browser: Browser, url: string) => {
  const person = await meet({ browser, url });
  await person.home();
  await person.signIn('张师傅');
  await shoot(person, 'me');
  await person.link(/^待办 · 幸福物业/).tap();
  await person.button(/^接单/).first().waitFor();
  await shoot(person, 'queue');
  await person
    .button(/^(处理|返工)：/)
    .first()
    .tap();
  await person.see('办理经过');
  await shoot(person, 'handle');
  await person.leave();
};

/** The screens that every kind of eye must get on with. */
const forOtherEyes = async (browser: Browser, url: string, suffix: 'dark' | 'elder') => {
  const isElder = suffix === 'elder';
  const person = await meet({ browser, url, isElder, scheme: isElder ? 'light' : 'dark' });
  await person.signIn('李阿姨');
  await person.tab('首页');
  await person.button(isElder ? '拍照反映问题' : '随手拍').waitFor();
  await shoot(person, `home-${suffix}`);
  await atWholeTicket(person);
  await shoot(person, `ticket-${suffix}`);
  await person.draftReport(await lamp(), '5 号楼旁的路灯不亮');
  await shoot(person, `report-${suffix}`);
  await person.leave();
};

mkdirSync(directory, { recursive: true });
const product = await startProduct();
const browser = await launchBrowser();
try {
  await resident(browser, product.url);
  await staff(browser, product.url);
  await forOtherEyes(browser, product.url, 'dark');
  await forOtherEyes(browser, product.url, 'elder');
} finally {
  await browser.close();
  await product.stop();
}
