import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jpegOf, meet, outsideAll, type Person } from '../person.ts';
import { cameraPhoto, heicPhoto, truncatedPhoto } from '../photos.ts';
import type { Stage } from './chapter.ts';

const isReport = (url: URL) => url.pathname === ticketRoutes.reportTicket.path;

/** What goes wrong on the way, and that nothing a person made is lost or done twice by it. */
export const mishaps = ({ product, browser }: Stage) =>
  describe('出了差错，写的都在，不会重复', () => {
    let person: Person;
    let photo: Buffer;

    beforeEach(async () => {
      photo = await cameraPhoto();
      person = await meet({ browser: browser(), url: product().url });
    });
    afterEach(async () => {
      expect(person.trouble).toEqual([]);
      await person.leave();
    });

    /** How many of my reports have this title. */
    const countOf = async (title: string) => {
      await person.goTo('pages/my-tickets/index');
      await person.see('都在这里了');
      return person.link(new RegExp(`^${title}`)).count();
    };

    test.each([
      ['HEIC', { name: 'photo.heic', mimeType: 'image/heic', buffer: heicPhoto }, '暂不支持这种格式（如 HEIC）'],
      [
        '只传了一半的',
        { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
        '照片文件不完整或已损坏',
      ],
    ])('%s照片说明为什么不能用，写的话还在', async (_, picture, sentence) => {
      const buffer = picture.buffer.length > 0 ? picture.buffer : await truncatedPhoto();
      await person.signIn('王先生');
      await person.goTo('report/form/index');
      await person.choosePhoto('拍照或选照片', { ...picture, buffer });
      await person.write('补充说明，可以不写', '楼道灯不亮');
      await person.see(sentence);
      await person.role('radio', '路灯').tap();
      await person.button('还差 照片').waitFor();
      await person.button('删除第 1 张照片').tap();
      await person.choosePhoto('拍照或选照片', jpegOf(photo));
      await person.button('第 1 张照片，好了').waitFor();
      expect(await person.written('补充说明，可以不写')).toBe('楼道灯不亮');
    });

    test('位置不在任何社区，说清楚，刷新后草稿还在', async () => {
      await person.leave();
      person = await meet({ browser: browser(), url: product().url, at: outsideAll });
      await person.signIn('王先生');
      await person.goTo('report/form/index');
      await person.choosePhoto('拍照或选照片', jpegOf(photo));
      await person.button('第 1 张照片，好了').waitFor();
      await person.write('补充说明，可以不写', '桥上的灯不亮');
      await person.see(/不在已开通的社区/);
      await person.page.reload();
      await person.see('上次没提交的内容都还在');
      await person.button('第 1 张照片，好了').waitFor();
      expect(await person.written('补充说明，可以不写')).toBe('桥上的灯不亮');
    });

    test('连点两下提交，只有一件', async () => {
      await person.signIn('王先生');
      await person.draftReport(jpegOf(photo), '连点两下的路灯');
      await person.button(/^提交/).dblclick({ delay: 0 });
      await person.see('收到了，谢谢您');
      expect(await countOf('连点两下的路灯')).toBe(1);
    });

    test('答复丢了，存在手机里，再打开时重发，还是一件', async () => {
      await person.signIn('王先生');
      await person.draftReport(jpegOf(photo), '答复丢了的路灯');
      const arrived: number[] = [];
      await person.page.route(isReport, async (route) => {
        const response = await route.fetch();
        arrived.push(response.status());
        await route.abort('connectionreset');
      });
      await person.button(/^提交/).tap();
      await person.see('已存在手机里');
      expect(arrived.slice(0, 2)).toEqual([200, 200]);
      await person.page.unroute(isReport);
      await person.page.reload();
      await person.see('收到了，谢谢您');
      expect(await countOf('答复丢了的路灯')).toBe(1);
    });

    test('登录过期或凭证是假的，悄悄续上', async () => {
      await person.signIn('王先生');
      await person.page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('session') ?? '{}');
        kept.data.token = `${kept.data.token.slice(0, -4)}AAAA`;
        localStorage.setItem('session', JSON.stringify(kept));
      });
      await person.goTo('pages/my-tickets/index');
      await person.page.reload();
      await person.see('都在这里了');
      const token = await person.page.evaluate(() => JSON.parse(localStorage.getItem('session') ?? '{}').data.token);
      expect(token).not.toMatch(/AAAA$/);
    });

    test('微信说账号有风险，照实说，给别的办法', async () => {
      await person.home();
      await person.goTo('pages/sign-in/index');
      await person.agree();
      await person.button(/^风险账号/).tap();
      await person.see('微信提示该账号有风险，暂时不能登录');
      await person.button('打电话给社区').waitFor();
      expect(await person.page.evaluate(() => localStorage.getItem('session'))).toBeNull();
    });

    test('没有网络时说没有连上，来了网络就好', async () => {
      await person.signIn('王先生');
      await person.goTo('pages/my-tickets/index');
      const [first, second] = [person.link(/./).first(), person.link(/./).nth(1)];
      await first.tap();
      await person.see('办理经过');
      await person.page.goBack();
      await person.context.setOffline(true);
      await second.tap();
      await person.see('没有连上网络');
      await person.context.setOffline(false);
      await person.button('再试一次').tap();
      await person.see('办理经过');
      expect(await person.button('再试一次').count()).toBe(0);
    });
  });
