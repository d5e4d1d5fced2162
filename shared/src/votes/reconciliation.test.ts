import { expect, test } from 'vitest';
import { type Paper, type Refusal, reconciliationProblems } from './reconciliation.ts';

const participants = [
  { slot: 's1', channel: 'online' },
  { slot: 's2', channel: 'paper' },
  { slot: 's3', channel: 'paper' },
] as const;
const at = '2026-06-17T01:00:00.000Z';
const refused: Refusal[] = [
  { slot: 's1', channel: 'paper', at, why: 'firstOnline' },
  { slot: 's2', channel: 'online', at, why: 'firstOnPaper' },
];
const paper: Paper = { issued: 9, returned: 4, invalid: 1, refused: 1, valid: 2 };

test.each<[string, Partial<Paper>, Refusal[], string[]]>([
  ['对得上', {}, refused, []],
  ['收回的比发出的多', { issued: 3 }, refused, ['收回 4 张，多于发出的 3 张']],
  ['少录入一张', { valid: 3, returned: 5 }, refused, ['有效票 3 张，已录入 2 张']],
  ['重复票没有登记', {}, refused.slice(1), ['重复票 1 张，已登记 0 张']],
  ['丢了一张', { returned: 5 }, refused, ['收回 5 张，不等于有效、无效、重复票之和 4 张']],
  ['找不到先投的', {}, refused.map((one) => ({ ...one, slot: 's9' })), ['有重复票找不到先投的那一张']],
  [
    '先投的说反了',
    {},
    refused.map((one) => ({ ...one, why: 'firstOnPaper' as const })),
    ['有重复票找不到先投的那一张'],
  ],
])('%s', (_, change, registered, expected) => {
  expect(reconciliationProblems({ participants, refused: registered, paper: { ...paper, ...change } })).toEqual(
    expected,
  );
});
