import axe from 'axe-core';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';

/** What keeps somebody out: the lesser ones are advice. */
const barring = ['serious', 'critical'];

const Findings = z.array(
  z.object({
    id: z.string(),
    impact: z.nullish(z.string()),
    help: z.string(),
    nodes: z.array(
      z.object({ target: z.array(z.unknown()), html: z.string(), failureSummary: z.optional(z.string()) }),
    ),
  }),
);

/** What fades in is looked at when it is there. */
const still = `new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() =>
  Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity).map((one) => one.finished)))
  .then(() => undefined)`;
/**
 * Of a row that the lower edge of the screen cuts, or the bar that stands there covers, axe sees the upper words alone, and misses the lower
 * ones in what the row is called.
 */
const isWhole = `({ element }) => {
  const { left, width, bottom } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, bottom - 2));
}`;
const look = `axe.run({ resultTypes: ['violations'], elementRef: true }).then(({ violations }) => violations.map(({ id, impact, help, nodes }) => ({
  id, impact, help,
  nodes: nodes
    .filter((node) => id !== 'label-content-name-mismatch' || (${isWhole})(node))
    .map(({ target, html, failureSummary }) => ({ target, html, failureSummary })),
})))`;

/** What axe-core finds serious or critical on the screen as it stands, a line for each element. */
export const barriersOn = async (page: Page): Promise<string[]> => {
  await page.evaluate(still);
  await page.evaluate(axe.source);
  const findings = z.parse(Findings, await page.evaluate(look));
  return findings
    .filter(({ impact }) => barring.includes(impact ?? ''))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html, failureSummary = '' }) =>
        [`${id} (${help})`, target.join(' '), html.slice(0, 300), failureSummary].join('\n    '),
      ),
    );
};

const App = z.object({
  pages: z.array(z.string()),
  subPackages: z.optional(z.array(z.object({ root: z.string(), pages: z.array(z.string()) }))),
});

/** Every page that the shipped app can open, as Taro leaves its configuration in the window. */
export const pagesOf = async (page: Page): Promise<string[]> => {
  const { pages, subPackages = [] } = z.parse(App, await page.evaluate('window.__taroAppConfig'));
  const inPackages = subPackages.flatMap(({ root, pages: inside }) => inside.map((name) => `${root}/${name}`));
  // Taro adds them to the others once it has started.
  return [...new Set([...pages, ...inPackages])];
};
