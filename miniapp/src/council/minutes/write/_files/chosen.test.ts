import { fileLimits } from '@suishoupai/shared/media/files';
import { expect, test } from 'vitest';
import { sizeFault, sorted } from './chosen.ts';
import { filesMissing, noteOf } from './draft-file.ts';

const file = (fileName: string, size = 9) => ({ path: `blob:${fileName}`, size, fileName });

test('按后缀认种类，名字去掉后缀、换行，太长的截短，没有名字的叫附件', () => {
  const chosen = [file('3 栋 设计方案.v2.PDF'), file(`${'长'.repeat(90)}.docx`), file('a\nb.xlsx'), file('.pdf')];
  expect(sorted(chosen, 9).files.map(({ name, kind }) => [name, kind])).toEqual([
    ['3 栋 设计方案.v2', 'pdf'],
    ['长'.repeat(fileLimits.name), 'docx'],
    ['a b', 'xlsx'],
    ['附件', 'pdf'],
  ]);
});

test('别的文件不收，多出来的不收，都说出来', () => {
  expect(sorted([file('病毒.exe'), file('方案.pdf')], 9)).toMatchObject({
    files: [{ name: '方案' }],
    words: '「病毒.exe」不是 PDF、Word（docx）或 Excel（xlsx）',
  });
  const many = sorted([file('1.pdf'), file('2.pdf'), file('3.pdf')], 2);
  expect([many.files.length, many.words]).toEqual([2, '附件放满了，有 1 个没有放进来']);
  expect(sorted([], 2)).toEqual({ files: [], words: undefined });
});

test('空的、超过 10 MB 的，传以前就说', () => {
  expect([sizeFault(0), sizeFault(1), sizeFault(fileLimits.maxBytes)]).toEqual([
    '文件是空的，请换一个',
    undefined,
    undefined,
  ]);
  expect(sizeFault(fileLimits.maxBytes + 1)).toBe('文件超过 10 MB，请压缩或拆开再传');
});

test.each([
  [[], undefined],
  [[{ state: 'ready', name: '方案' }], undefined],
  [[{ state: 'uploading', name: '方案' }], '附件还在上传，请稍等'],
  [[{ state: 'refused', name: '方案' }], '有附件没传上去，请重试或删掉它'],
  [[{ state: 'ready', name: ' ' }], '每个附件要有名字'],
] as const)('%j 还差：%s', (files, missing) => {
  expect(filesMissing(files)).toBe(missing);
});

test('写着种类、大小和到了哪一步', () => {
  const of = { kind: 'pdf', size: 1_300_000 } as const;
  expect([noteOf(of), noteOf({ ...of, state: 'processing' })]).toEqual(['PDF · 1.2 MB', 'PDF · 1.2 MB · 正在检查']);
});
