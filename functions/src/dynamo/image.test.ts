import { expect, test } from 'vitest';
import { itemOf } from './image.ts';

test('空的映射，有没有写类型，都读作空的；别的照旧', () => {
  const record = `{
    "pk": { "S": "xfl#exchange" },
    "exchange": {
      "M": {
        "confirmed": {},
        "stars": { "M": {} },
        "lines": { "L": [{ "M": { "more": {} } }, { "N": "2" }] },
        "is": { "BOOL": true }
      }
    },
    "given": {}
  }`;
  expect(itemOf(JSON.parse(record))).toEqual({
    pk: 'xfl#exchange',
    exchange: { confirmed: {}, stars: {}, lines: [{ more: {} }, 2], is: true },
    given: {},
  });
  expect(itemOf(undefined)).toBeUndefined();
});
