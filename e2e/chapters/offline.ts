import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jpegOf, meet, type Person } from '../person.ts';
import { cameraPhoto } from '../photos.ts';
import type { Stage } from './chapter.ts';

/** A ticket's row says its state after its title; what waits to be sent has its title alone. */
const ticketNamed = (title: string): RegExp => new RegExp(`^${title}，`);

const isReport = (url: URL) => url.pathname === ticketRoutes.reportTicket.path;

/** What is done without network is kept with its photos and goes out once, whoever closes what in between. */
export const offline = ({ product, browser }: Stage) =>
  describe('没有网络也能报，有网时自动发出', () => {
    let person: Person;
    let photo: Buffer;

    beforeEach(async () => {
      photo = await cameraPhoto();
      person = await meet({ browser: browser(), url: product().url });
      await person.signIn('王先生');
      await person.home();
    });
    afterEach(async () => {
      expect(person.trouble).toEqual([]);
      await person.leave();
    });

    /** A browser fetches a page's code when it is opened; in WeChat all of it is on the phone. */
    const fetchPage = async (path: string, text: string) => {
      await person.page.evaluate(`location.hash = '#/${path}'`);
      await person.see(text);
      await person.page.goBack();
    };

    /** The whole form without network, up to its button. */
    const draftOffline = async (words: string) => {
      await fetchPage('report/outbox/index', '都发出去了');
      await fetchPage('report/done/index?id=none', '没有找到这件事');
      await person.button('随手拍').tap();
      await person.button('拍照或选照片').waitFor();
      await person.context.setOffline(true);
      await person.see('现在没有网络');
      await person.choosePhoto('拍照或选照片', jpegOf(photo));
      await person.button('第 1 张照片，等待上传').waitFor();
      await person.see('网格 07');
      await person.role('radio', '路灯').tap();
      await person.write('补充说明，可以不写', words);
    };

    const signOut = async () => {
      await person.goTo('pages/me/index');
      await person.button('退出登录').tap();
      await person.page.getByText('退出', { exact: true }).last().tap();
      await person.button('登录').waitFor();
    };

    const countOf = async (title: string) => {
      await person.goTo('pages/my-tickets/index');
      await person.see('都在这里了');
      return person.link(ticketNamed(title)).count();
    };

    test('连点两下也只存一份；网络一来就自己发出，照片也在', async () => {
      const what = '没网时报的路灯';
      await draftOffline(what);
      await person.button('存下，有网自动发出').dblclick({ delay: 0 });
      await person.see('已存在手机里');
      await person.see('等网络');
      await person.context.setOffline(false);
      await person.see('收到了，谢谢您');
      await person.button('看进展').tap();
      await person.button(/^处理前 .*1 张照片/).waitFor();
      expect(await countOf(what)).toBe(1);
    });

    test('存下以后关掉，再打开时有网络，自动发出一次', async () => {
      const what = '关掉之前没网的路灯';
      await draftOffline(what);
      await person.button('存下，有网自动发出').tap();
      await person.see('已存在手机里');
      await person.page.close();
      await person.context.setOffline(false);
      const later: Page = await person.context.newPage();
      await later.goto(product().url);
      await later.getByText(`已发出：${what}`).waitFor();
      await later.goto(`${product().url}/#/pages/my-tickets/index`);
      await later.getByText('都在这里了').filter({ visible: true }).waitFor();
      const mine = later.getByRole('link', { name: ticketNamed(what) }).filter({ visible: true });
      expect(await mine.count()).toBe(1);
      expect(await later.getByText('待发送').count()).toBe(0);
    });

    test('同一部手机换人登录：看不到别人存下的，也不会替他发；本人回来再发', async () => {
      const what = '只能由本人发出的路灯';
      await person.page.route(isReport, (route) => route.abort('connectionreset'));
      await draftOffline(what);
      await person.button('存下，有网自动发出').tap();
      await person.see('已存在手机里');
      await person.context.setOffline(false);
      await signOut();
      await person.signIn('李阿姨');
      await person.page.unroute(isReport);
      await person.home();
      await person.see('我的上报');
      expect(await person.page.getByText('待发送').count()).toBe(0);
      expect(await countOf(what)).toBe(0);
      await signOut();
      await person.signIn('王先生');
      await person.lookUntil('pages/my-tickets/index', () => person.link(ticketNamed(what)));
      expect(await countOf(what)).toBe(1);
    });
  });
