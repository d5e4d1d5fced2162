import { describe, expect, test } from 'vitest';
import { jpegOf, meet } from '../person.ts';
import { cameraPhoto } from '../photos.ts';
import type { Stage } from './chapter.ts';

/** Nothing may stick out at the side, whatever the size of type. */
const widthOf = "document.scrollingElement.scrollWidth + '/' + document.scrollingElement.clientWidth";

/** The main screens for eyes that need another look of them. */
export const looks = ({ product, browser }: Stage) =>
  describe('深色与长辈版也走得通', () => {
    test.each([
      ['深色', { scheme: 'dark', isElder: false, reportBy: '随手拍' }],
      ['长辈版', { scheme: 'light', isElder: true, reportBy: '拍照反映问题' }],
    ] as const)('%s：首页、上报、进展', async (name, { scheme, isElder, reportBy }) => {
      const person = await meet({ browser: browser(), url: product().url, scheme, isElder });
      await person.signIn('陈爷爷');
      await person.tab('首页');
      await person.button(reportBy).tap();
      await person.button('拍照或选照片').waitFor();
      expect(await person.page.evaluate(widthOf)).toBe('390/390');
      await person.draftReport(jpegOf(await cameraPhoto()), `${name}报的路灯`);
      await person.button(/^提交/).tap();
      await person.see('收到了，谢谢您');
      await person.button('看进展').tap();
      await person.see('办理经过');
      expect(await person.page.evaluate(widthOf)).toBe('390/390');
      expect(person.trouble).toEqual([]);
      await person.leave();
    });
  });
