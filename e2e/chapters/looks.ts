import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { barriersOn, pagesOf } from '../axe.ts';
import { jpegOf, meet, type Person } from '../person.ts';
import { cameraPhoto } from '../photos.ts';
import type { Stage } from './chapter.ts';
import { type Viewer, type Visit, type Visits, viewers } from './visit.ts';
import { visitsOf } from './visits.ts';

/** Nothing may stick out at the side, whatever the size of type. */
const widthOf = "document.scrollingElement.scrollWidth + '/' + document.scrollingElement.clientWidth";

const keptByPhone = 'JSON.stringify({ ...localStorage })';
const phoneKeeps = (kept: string) =>
  `localStorage.clear(); for (const [key, value] of Object.entries(${kept})) localStorage.setItem(key, value)`;

/** The main screens for eyes that need another look of them. */
export const looks = ({ product, browser }: Stage) => {
  describe('深色与长辈版也走得通', () => {
    test.each([
      ['深色', { scheme: 'dark', isElder: false, reportBy: '随手拍' }],
      ['长辈版', { scheme: 'light', isElder: true, reportBy: '拍照上报' }],
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

  describe('每一页都没有挡住人的地方', () => {
    let visits: Visits;
    const kept = new Map<Viewer, string>([[undefined, '{}']]);
    const newcomer = () => meet({ browser: browser(), url: product().url });

    beforeAll(async () => {
      visits = await visitsOf(product().url);
      for (const viewer of viewers) {
        const person = await newcomer();
        await person.signIn(viewer);
        kept.set(viewer, z.parse(z.string(), await person.page.evaluate(keptByPhone)));
        await person.leave();
      }
    });

    const barriersFor = async (person: Person, path: string, { as, query, sees, open }: Visit): Promise<string[]> => {
      await person.page.evaluate(phoneKeeps(kept.get(as) ?? '{}'));
      await person.goTo(query === undefined ? path : `${path}?${query}`);
      await person.see(sees);
      await open?.(person);
      const seen = [path, query ?? '', as ?? '未登录', ...(open === undefined ? [] : ['打开'])].join(' ');
      const width = z.parse(z.string(), await person.page.evaluate(widthOf));
      const wide = width === '390/390' ? [] : [`sticks out at the side (${width})`];
      return [...wide, ...(await barriersOn(person.page))].map((barrier) => `${seen}: ${barrier}`);
    };

    test('每一页都在单子上', async () => {
      const person = await newcomer();
      await person.home();
      const pages = await pagesOf(person.page);
      expect(Object.keys(visits).sort()).toEqual(pages.sort());
      await person.leave();
    });

    test.each([
      ['浅色', { scheme: 'light', isElder: false }],
      ['深色', { scheme: 'dark', isElder: false }],
      ['长辈版', { scheme: 'light', isElder: true }],
    ] as const)('%s', async (_, look) => {
      const person = await meet({ browser: browser(), url: product().url, ...look });
      await person.goTo('civic/about/index');
      const barriers: string[] = [];
      for (const [path, ways] of Object.entries(visits))
        for (const visit of ways) barriers.push(...(await barriersFor(person, path, visit)));
      expect(barriers.join('\n')).toBe('');
      expect(person.trouble).toEqual([]);
      await person.leave();
    });
  });
};
