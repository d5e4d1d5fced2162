import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../../test/builders.ts';
import { aService, type Service } from '../../../test/service.ts';
import { type Assembly, aBody, makeAssembly } from '../meeting.builder.ts';

let service: Service;
let on: Assembly;
beforeEach(async () => {
  service = await aService();
  on = await makeAssembly(service);
});

type Format = 'pdf' | 'docx';
const download = async (meetingId: string, number: number, format: Format) => {
  const response = await service.fetch(`/v1/meetings/${meetingId}/minutes/${number}/document?format=${format}`);
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};
const pagesOf = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  return pages;
};
const partsOf = (bytes: Uint8Array) => unzipSync(bytes);
const textIn = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');

const words = '施工单位介绍了两套方案，居民问到采光、噪声和费用，设计师当场作了解释。'.repeat(12);
const rich = aBody({
  sections: Array.from({ length: 8 }, (_, i) => ({ heading: `第 ${i + 1} 部分`, words: `${words}\n${words}` })),
  resolutions: [
    { id: anActionId(), words: '同意第二套方案，12 月 15 日前完成报价。' },
    { id: anActionId(), words: '费用分摊系数另行表决。' },
  ],
});
const quorum = { expected: 4, numerator: 1, denominator: 2, kind: 'atLeast', source: '议事规则第 5 条' } as const;

describe('PDF', () => {
  test('写着会议的一切：时间、到会、议程、经过、决议、签字；每页有版本、指纹和页码', async () => {
    const { meeting, minutes } = await on.signed(rich, { quorum });
    const { response, bytes } = await download(meeting.id, 1, 'pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '3 栋加装电梯听证会-会议纪要-第1版.pdf',
    );
    const pages = await pagesOf(bytes);
    const all = pages.join('');
    for (const said of [
      '幸福里社区 · 工作听证会 · 会议纪要',
      '2026年11月20日 19:00 至 21:00',
      '居委会二楼会议室；线上：腾讯会议 123-456-789',
      '0 人（现场签到 0，线上 0，纸质登记 0）',
      '应到 4 人，至少 1/2，即 2 人（议事规则第 5 条）；未达到',
      '1. 方案说明',
      '第 8 部分',
      '2. 费用分摊系数另行表决。',
      '李主任（幸福里居委会）',
      '王干事（幸福里居委会 副主任）',
      '2026年11月20日 21:00',
    ]) {
      expect(all).toContain(said);
    }
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
      expect(page).toContain(minutes.hash);
      expect(page).toContain('第 1 版');
    });
  });

  test('字体嵌在里面，不到 300 KB', async () => {
    const { meeting } = await on.signed(rich);
    const { bytes } = await download(meeting.id, 1, 'pdf');
    expect(bytes.length).toBeLessThan(300_000);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/\/FontFile2/);
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansSC/);
    expect(text).not.toMatch(/Helvetica|Times-Roman/);
  });
});

describe('DOCX', () => {
  test('内容和 PDF 一样，页脚有版本、指纹和页码', async () => {
    const { meeting, minutes } = await on.signed(rich, { quorum });
    const { response, bytes } = await download(meeting.id, 1, 'docx');
    expect(response.headers.get('content-type')).toContain('wordprocessingml');
    const parts = partsOf(bytes);
    const said = textIn(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
    for (const each of [
      '3 栋加装电梯听证会',
      '议程',
      '第 8 部分',
      '2. 费用分摊系数另行表决。',
      '王干事（幸福里居委会 副主任）',
    ]) {
      expect(said).toContain(each);
    }
    const footer = strFromU8(parts['word/footer1.xml'] ?? new Uint8Array());
    expect(footer).toContain(minutes.hash);
    expect(footer).toContain('NUMPAGES');
  });

  test('字体嵌在里面，按标准蒙住开头 32 字节，解开就是字体；不到 300 KB', async () => {
    const { meeting } = await on.signed(rich);
    const { bytes } = await download(meeting.id, 1, 'docx');
    expect(bytes.length).toBeLessThan(300_000);
    const parts = partsOf(bytes);
    const fonts = strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array());
    const key = /w:fontKey="\{([^}]+)\}"/.exec(fonts)?.[1]?.replaceAll('-', '') ?? '';
    expect(fonts).toContain('Noto Sans SC');
    const masked = parts['word/fonts/font1.odttf'] ?? new Uint8Array();
    const mask = Buffer.from(key, 'hex').reverse();
    expect([...masked.slice(0, 4)].map((byte, index) => byte ^ (mask[index] ?? 0))).toEqual([0, 1, 0, 0]);
  });
});

describe.each<Format>(['pdf', 'docx'])('%s', (format) => {
  test('同一版下载两次，一个字节也不差', async () => {
    const { meeting } = await on.signed(rich);
    const first = await download(meeting.id, 1, format);
    await service.moveTo('2026-12-24T02:00:00.000Z');
    const second = await download(meeting.id, 1, format);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  test('字体里没有的字、表情、别的文字，不出错', async () => {
    const odd = '表情😀👨‍👩‍👧，生僻字𠮷𪚥，عربى，<b>&amp;</b>，\u{1F1E8}\u{1F1F3}';
    const { meeting } = await on.signed(aBody({ sections: [{ heading: '😀', words: odd }] }), {
      title: `${odd.slice(0, 30)}会`,
    });
    const { response, bytes } = await download(meeting.id, 1, format);
    expect(response.status).toBe(200);
    const text =
      format === 'pdf'
        ? (await pagesOf(bytes)).join('')
        : textIn(strFromU8(partsOf(bytes)['word/document.xml'] ?? new Uint8Array()));
    expect(text).toContain(format === 'pdf' ? '表情□' : '表情😀');
    expect(service.logged).toEqual([]);
  });

  test('最长的纪要也写得出来', async () => {
    const body = aBody({
      sections: Array.from({ length: 12 }, (_, i) => ({
        heading: `第 ${i + 1} 部分`,
        words: words.repeat(14).slice(0, 6000),
      })),
    });
    const { meeting } = await on.signed(body);
    const { response, bytes } = await download(meeting.id, 1, format);
    expect(response.status).toBe(200);
    expect(bytes.length).toBeLessThan(300_000);
  });

  test('列出附件的名字、大小和整个指纹', async () => {
    const digest = '0123456789abcdef'.repeat(4);
    const id = await service.uploadedFile(on.cast.liu.personId, 'xlsx', { state: 'kept', digest });
    const { meeting } = await on.signed({ ...rich, attachments: [{ id, name: '工程预算表' }] });
    const { bytes } = await download(meeting.id, 1, format);
    const text =
      format === 'pdf'
        ? (await pagesOf(bytes)).join('')
        : textIn(strFromU8(partsOf(bytes)['word/document.xml'] ?? new Uint8Array()));
    for (const said of ['附件', '1. 工程预算表.xlsx（Excel · 117 KB）', `SHA-256 ${digest}`])
      expect(text).toContain(said);
  });

  test('没签过字的、没有的，不给', async () => {
    const { id } = await on.ended();
    await on.write(id);
    const code = async (number: number, token?: string) =>
      (
        await service.call(meetingRoutes.exportMinutes, {
          token,
          params: { meetingId: id, number },
          query: { format },
        })
      ).error.code;
    expect([await code(1), await code(1, on.cast.liu.token), await code(2)]).toEqual([
      'minutes.notFound',
      'minutes.notFound',
      'minutes.notFound',
    ]);
  });
});
