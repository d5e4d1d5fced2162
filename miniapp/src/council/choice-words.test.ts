import type { Question } from '@suishoupai/shared/votes/question';
import { expect, test } from 'vitest';
import { choiceWords } from './choice-words.ts';

const options = [
  { id: 'o1', text: '长椅' },
  { id: 'o2', text: '路灯' },
];
const question: Question = { method: 'ranked', text: '先办哪个', options, min: 1, max: 2 };
const motion: Question = {
  method: 'single',
  text: '是否同意',
  options: [
    { id: 'approve', text: '同意' },
    { id: 'against', text: '不同意' },
  ],
};

test.each([
  [motion, { option: 'against' }, '不同意'],
  [question, { abstain: true as const }, '弃权'],
  [question, { options: ['o2', 'o1'] }, '路灯、长椅'],
  [question, { ranking: ['o2', 'o1'] }, '1. 路灯 2. 长椅'],
  [question, { scores: { o1: 3 } }, '长椅 3 分'],
  [question, { amounts: { o1: 3, o2: 7 } }, '长椅 3 点，路灯 7 点'],
])('%#', (asked, choice, words) => {
  expect(choiceWords(asked, choice)).toBe(words);
});
