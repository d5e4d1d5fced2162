import { consentVersion } from '@suishoupai/shared/people/consent';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { meet, type Person } from '../person.ts';
import type { Stage } from './chapter.ts';

const Kept = z.object({ data: z.object({ token: z.string() }) });

/** Nothing is collected of anybody who has not said yes, and a yes can be taken back. */
export const privacy = ({ product, browser }: Stage) =>
  describe('先同意，再收集；随时可以撤回', () => {
    let person: Person;
    beforeEach(async () => {
      person = await meet({ browser: browser(), url: product().url });
    });
    afterEach(async () => {
      expect(person.trouble).toEqual([]);
      await person.leave();
    });

    const kept = () => person.page.evaluate(() => localStorage.getItem('session') ?? '');
    const tokenOf = (text: string) => z.parse(Kept, JSON.parse(text)).data.token;

    test('没有勾选就什么也不发出去，说明要先勾选', async () => {
      const sent: string[] = [];
      person.page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
      });
      await person.goTo('pages/sign-in/index');
      await person.see(`${consentVersion} 版`);
      expect(await person.role('checkbox', /^我已阅读并同意/).getAttribute('aria-checked')).not.toBe('true');
      await person.button(/^周女士/).tap();
      await person.see('请先看过，再勾选同意');
      expect(sent).toEqual([]);
      await person.agree();
      await person.button(/^周女士/).tap();
      await person.see('看到问题，拍一张');
      expect(sent).toContain(peopleRoutes.signIn.path);
    });

    test('全文看得到；看过回来，勾选还在', async () => {
      await person.goTo('pages/sign-in/index');
      await person.agree();
      await person.button('看《隐私政策》和《用户协议》全文').tap();
      await person.see('谁看得到');
      await person.see('用户协议');
      await person.page.goBack();
      expect(await person.role('checkbox', /^我已阅读并同意/).getAttribute('aria-checked')).toBe('true');
    });

    test('撤回就退出登录；别的手机上的登录到期后，也要重新同意', async () => {
      await person.signIn('周女士');
      const elsewhere = await kept();
      await person.goTo('civic/about/index');
      await person.see(`同意（${consentVersion} 版）`);
      await person.button('撤回同意').tap();
      await person.button('撤回').last().tap();
      await person.see('已撤回，您已退出登录');
      expect(await kept()).toBe('');

      const expired = elsewhere.replace(tokenOf(elsewhere), `${tokenOf(elsewhere).slice(0, -4)}AAAA`);
      await person.page.evaluate((session) => {
        localStorage.setItem('session', session);
        localStorage.setItem('persona', JSON.stringify({ data: 'resident-zhou' }));
      }, expired);
      await person.goTo('pages/my-tickets/index');
      await person.see('需要您重新同意');
      await person.agree();
      await person.button(/^周女士/).tap();
      await person.page.waitForFunction("localStorage.getItem('session') !== null");
      await person.goTo('civic/about/index');
      await person.see(`撤回同意（${consentVersion} 版）`);
    });
  });
