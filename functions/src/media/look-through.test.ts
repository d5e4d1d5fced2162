import type { FileRefusal } from '@suishoupai/shared/media/file-refusals';
import type { FileKind } from '@suishoupai/shared/media/files';
import { describe, expect, test } from 'vitest';
import {
  aDocx,
  anExe,
  anExeWithDocx,
  anOldDoc,
  anotherXlsx,
  aPdf,
  aXlsx,
  aZip,
  hiddenMacro,
  inflated,
  someHtml,
} from './look-through.corpus.ts';
import { lookThrough } from './look-through.ts';

test.each<[FileKind, () => Uint8Array]>([
  ['pdf', aPdf],
  ['docx', aDocx],
  ['xlsx', aXlsx],
  ['docx', () => aDocx({ 'word/media/image1.png': 'x', 'docProps/core.xml': '<x/>' })],
])('真的 %s 收下', (kind, make) => {
  expect(lookThrough(make(), kind)).toBeUndefined();
});

test.each<[string, FileKind, () => Uint8Array, FileRefusal]>([
  ['改名的 exe', 'pdf', anExe, 'notADocument'],
  ['改名的 exe', 'docx', anExe, 'notADocument'],
  ['自解压的 exe', 'docx', anExeWithDocx, 'notADocument'],
  ['网页', 'pdf', someHtml, 'notADocument'],
  ['空文件', 'pdf', () => new Uint8Array(0), 'notADocument'],
  ['普通压缩包', 'docx', aZip, 'notADocument'],
  ['两样都像的', 'docx', () => anotherXlsx({ 'word/document.xml': '<x/>' }), 'notADocument'],
  ['表格冒充文档', 'docx', aXlsx, 'otherDocument'],
  ['文档冒充 PDF', 'pdf', aDocx, 'otherDocument'],
  ['PDF 冒充表格', 'xlsx', aPdf, 'otherDocument'],
  ['旧版或加了密码的', 'docx', anOldDoc, 'oldOffice'],
  ['带宏的文档', 'docx', () => aDocx({ 'word/vbaProject.bin': 'x' }), 'hasMacros'],
  ['换了大小写的宏', 'docx', () => aDocx({ 'word/VBAPROJECT.BIN': 'x' }), 'hasMacros'],
  ['带宏的表格', 'xlsx', () => anotherXlsx({ 'xl/vbaProject.bin': 'x' }), 'hasMacros'],
  ['老式宏表', 'xlsx', () => anotherXlsx({ 'xl/macrosheets/sheet1.xml': 'x' }), 'hasMacros'],
  ['换了名字的宏', 'docx', hiddenMacro, 'hasMacros'],
  ['没传完的 PDF', 'pdf', () => aPdf('x'.repeat(4000)).subarray(0, 3000), 'brokenDocument'],
  ['没传完的文档', 'docx', () => aDocx().subarray(0, 200), 'brokenDocument'],
  ['展开就撑满内存的', 'docx', inflated, 'brokenDocument'],
])('%s，说是 %s，拒绝', (_, kind, make, refusal) => {
  expect(lookThrough(make(), kind)).toBe(refusal);
});

describe('坏掉的文件', () => {
  test('从哪里截断、改掉哪个字节，都只是答案，不出错', () => {
    for (const whole of [aDocx(), anotherXlsx()]) {
      for (let at = 0; at < whole.length; at += 7) {
        const changed = whole.slice();
        changed[at] = 255;
        expect(() => [lookThrough(whole.subarray(0, at), 'docx'), lookThrough(changed, 'docx')]).not.toThrow();
      }
    }
  });
});
