import { expect, test } from 'vitest';
import { asDownload } from './disposition.ts';

test('中文名照 RFC 5987 编码，引号、括号、星号也编，只作附件', () => {
  expect(asDownload("方案(终稿)*'1'.pdf")).toBe(
    "attachment; filename*=UTF-8''%E6%96%B9%E6%A1%88%28%E7%BB%88%E7%A8%BF%29%2A%271%27.pdf",
  );
});
