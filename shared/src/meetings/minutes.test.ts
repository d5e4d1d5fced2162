import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Attachment } from './attachments.ts';
import {
  intactVersions,
  type MinutesContent,
  minutesHash,
  minutesLines,
  noPrevious,
  type Sha256Hex,
} from './minutes.ts';

const sha256: Sha256Hex = (bytes) => createHash('sha256').update(bytes).digest('hex');
const noAnchors = new Map<number, string>();

const content: MinutesContent = {
  meetingId: 'mtg_xfl_01',
  number: 1,
  previous: noPrevious,
  author: '幸福里居委会',
  at: '2026-11-20T13:00:00.000Z',
  attendance: 17,
  body: {
    sections: [{ heading: '方案说明', words: '施工单位介绍了方案。\n居民提问。' }],
    resolutions: [{ id: 'act_01', words: '同意第二套方案' }],
    photos: [],
  },
};
const sealed = (version: MinutesContent) => ({ ...version, hash: minutesHash(sha256, version) });
const chain = () => {
  const first = sealed(content);
  const second = sealed({ ...content, number: 2, previous: first.hash, reason: '补上到会人数' });
  const third = sealed({ ...content, number: 3, previous: second.hash, attendance: 18 });
  return [first, second, third];
};

describe('指纹', () => {
  test('就是那一行规范 JSON 的 SHA-256，用别的工具也算得出', () => {
    const line =
      '{"at":"2026-11-20T13:00:00.000Z","attendance":17,"author":"幸福里居委会","body":{"photos":[],"resolutions":[{"id":"act_01","words":"同意第二套方案"}],' +
      `"sections":[{"heading":"方案说明","words":"施工单位介绍了方案。\\n居民提问。"}]},"meetingId":"mtg_xfl_01","number":1,"previous":"${noPrevious}"}`;
    expect(minutesHash(sha256, content)).toBe(createHash('sha256').update(line, 'utf8').digest('hex'));
    expect(minutesHash(sha256, { ...content, reason: undefined })).toBe(minutesHash(sha256, content));
  });

  test.each<[string, Partial<MinutesContent>]>([
    ['会议', { meetingId: 'mtg_xfl_02' }],
    ['号码', { number: 2 }],
    ['前一版', { previous: '1'.repeat(64) }],
    ['作者', { author: '幸福里居委' }],
    ['时间', { at: '2026-11-20T13:00:00.001Z' }],
    ['原因', { reason: '更正' }],
    ['人数', { attendance: 18 }],
    [
      '一个标点',
      { body: { ...content.body, sections: [{ heading: '方案说明', words: '施工单位介绍了方案。\n居民提问' }] } },
    ],
    ['少一条决议', { body: { ...content.body, resolutions: [] } }],
  ])('改%s，就是另一个', (_, change) => {
    expect(minutesHash(sha256, { ...content, ...change })).not.toBe(minutesHash(sha256, content));
  });
});

describe('链', () => {
  const numbers = (versions: Parameters<typeof intactVersions>[1], anchors = noAnchors) => [
    ...intactVersions(sha256, versions, anchors),
  ];

  test('没动过的，整串或单独一版都认', () => {
    expect(numbers(chain())).toEqual([1, 2, 3]);
    expect(chain().map((version) => numbers([version]))).toEqual([[1], [2], [3]]);
    expect(numbers([])).toEqual([]);
  });

  test('改了字没改指纹，那一版不认', () => {
    const versions = chain().map((each) => (each.number === 2 ? { ...each, author: '别人' } : each));
    expect(numbers(versions)).toEqual([1, 3]);
  });

  test('改了字也重算了指纹，接着它的下一版不认', () => {
    const [first, second, third] = chain();
    if (first === undefined || second === undefined || third === undefined) throw new Error('three versions');
    const forged = sealed({ ...second, attendance: 99 });
    expect(numbers([first, forged, third])).toEqual([1, 2]);
  });

  test('最后一版没有下一版作证：靠另外存着的指纹', () => {
    const versions = chain();
    const [first, second, third] = versions;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three versions');
    const forged = sealed({ ...third, attendance: 99 });
    expect(numbers([first, second, forged])).toEqual([1, 2, 3]);
    expect(numbers([first, second, forged], new Map([[3, third.hash]]))).toEqual([1, 2]);
  });

  test('抽掉或调换一版，看得出来', () => {
    const [first, second, third] = chain();
    if (first === undefined || second === undefined || third === undefined) throw new Error('three versions');
    expect(numbers([first, third])).toEqual([1]);
    expect(numbers([second, first, third])).toEqual([2]);
  });
});

test('没有附件的版本和有附件以前一样算；附件的字节换了，就是另一个', () => {
  const hashOf = (attachments: Attachment[] | undefined) =>
    minutesHash(sha256, { ...content, body: { ...content.body, ...(attachments && { attachments }) } });
  const plan: Attachment = { id: `med_${'0'.repeat(26)}`, name: '方案', kind: 'pdf', size: 9, sha256: 'a'.repeat(64) };
  expect(hashOf(undefined)).toBe(minutesHash(sha256, content));
  expect(hashOf([plan])).not.toBe(hashOf(undefined));
  for (const change of [{ name: '预算' }, { size: 10 }, { sha256: 'b'.repeat(64) }]) {
    expect(hashOf([{ ...plan, ...change }])).not.toBe(hashOf([plan]));
  }
});

test('逐行：标题、每一行、决议、照片、附件', () => {
  const id = `med_${'0'.repeat(26)}` as const;
  const attachment = { id, name: '方案', kind: 'pdf', size: 1_300_000, sha256: 'ab'.repeat(32) } as const;
  const body = { ...content.body, photos: [id], attachments: [attachment] };
  expect(minutesLines(body)).toEqual([
    '【方案说明】',
    '施工单位介绍了方案。',
    '居民提问。',
    '决议 1：同意第二套方案',
    '照片 1 张',
    '附件：方案（PDF，1.2 MB，指纹 abababababababab）',
  ]);
});
