import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meet, type Person } from '../person.ts';
import type { Stage } from './chapter.ts';

const call = /^打电话给社区，幸福里社区 李主任，每天 8:00–20:00/;

/** One switch on the home page, three things to do, and nothing to look for; it stays as it was left. */
export const elder = ({ product, browser }: Stage) =>
  describe('长辈版', () => {
    let chen: Person;
    beforeAll(async () => {
      chen = await meet({ browser: browser(), url: product().url });
      await chen.signIn('陈爷爷');
    });
    afterAll(() => chen.leave());

    const threeChoices = async () => {
      for (const choice of ['拍照上报', /^我的事/, call]) await chen.button(choice).waitFor();
    };

    test('一点就换，一屏三件事；关掉再开也还是', async () => {
      await chen.home();
      await chen.role('switch', '长辈版').tap();
      await threeChoices();
      await chen.page.reload();
      await threeChoices();
      const height = chen.page.viewportSize()?.height ?? 0;
      for (const choice of ['拍照上报', /^我的事/, call]) {
        const box = await chen.button(choice).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(height);
      }
      expect(chen.trouble).toEqual([]);
    });

    test('电话一点就拨；我的事一点就到', async () => {
      const devtools = await chen.context.newCDPSession(chen.page);
      await devtools.send('Page.enable');
      const dialled = new Promise((resolve) => devtools.on('Page.frameRequestedNavigation', ({ url }) => resolve(url)));
      await chen.button(call).tap();
      expect(await dialled).toBe('tel:021-5550 0100');
      await chen.button(/^我的事/).tap();
      await chen.see(/都在这里了|看更早的/);
      expect(chen.trouble).toEqual([]);
    });

    test('不习惯，关掉就是标准版，也记得住', async () => {
      await chen.goTo('pages/home/index');
      await chen.role('switch', '长辈版').tap();
      await chen.button('随手拍').waitFor();
      await chen.page.reload();
      await chen.button('随手拍').waitFor();
      expect(chen.trouble).toEqual([]);
    });
  });
