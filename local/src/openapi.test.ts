import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openapiDocument, openapiFile } from './openapi.ts';

test('docs/api/openapi.yaml 与契约一致（不一致时运行 npm run openapi）', () => {
  expect(readFileSync(openapiFile, 'utf8')).toBe(openapiDocument());
});
