import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';

const usual = {
  duplicateMetres: 50,
  reopenDays: 15,
  repeatDays: 90,
  answer: { unit: 'workDay', amount: 3 },
  topicSupports: 20,
  topicAnswerDays: 10,
  topicSupportDays: 30,
};

test.each([
  [{}, usual],
  [{ settings: {} }, usual],
  [{ settings: { reopenDays: 30 } }, { ...usual, reopenDays: 30 }],
  [
    { settings: { duplicateMetres: 20, answer: { unit: 'hour', amount: 48 } as const } },
    { ...usual, duplicateMetres: 20, answer: { unit: 'hour', amount: 48 } },
  ],
])('%j：没有设的按产品的来', (community, expected) => {
  expect(settingsOf(community)).toEqual(expected);
});
