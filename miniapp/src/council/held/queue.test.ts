import { expect, test } from 'vitest';
import { heldPage } from './queue.ts';

const at = '2026-12-12T02:00:00.000Z';
const words = (item: string) => ({
  topicId: 'top_xfl_01jd0000000000000000000000' as const,
  item: item as 'topic',
  text: item,
  at,
  kind: 'flag' as const,
  reasons: [],
  mayJudge: true,
});
const objection = (id: string) => ({
  voteId: 'vot_xfl_01jd0000000000000000000000' as const,
  id: `act_${id}` as const,
  at,
  words: id,
});
const pages = {
  objected: async (cursor: string | undefined) =>
    cursor === undefined ? { items: [objection('a')], next: 'o2' } : { items: [objection(`b after ${cursor}`)] },
  spoken: async (cursor: string | undefined) =>
    cursor === undefined ? { items: [words('c')], next: 'w2' } : { items: [words(`d after ${cursor}`)] },
};

test('先异议、后发言，一页接一页，一条不漏', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await heldPage(pages, cursor);
    seen.push(...page.items.map(({ text }) => text));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(seen).toEqual(['a', 'b after o2', 'c', 'd after w2']);
});

test('没有异议，第一页就有发言', async () => {
  const { items } = await heldPage({ ...pages, objected: async () => ({ items: [] }) }, undefined);
  expect(items).toMatchObject([{ text: 'c', of: { item: 'c' } }]);
});
