import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeEach, expect, test } from 'vitest';
import { aService, type Service } from '../../../test/service.ts';
import { type Crew, makeCrew } from '../volunteering.builder.ts';

let service: Service;
let on: Crew;
beforeEach(async () => {
  service = await aService();
  on = await makeCrew(service);
});

const download = async (certificateId: string, token: string) => {
  const response = await service.fetch(`/v1/volunteering/xfl/certificates/${certificateId}/document`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};
const textIn = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
};

test('证明是一份写着核实时长的 PDF，字体在里面，下载两次一样；别人下不到，作废了也下不到', async () => {
  const { li, wang } = on.cast;
  const { id } = await on.finished([li]);
  await on.confirm(id, li);
  const { body } = await on.certify(li);
  const { response, bytes } = await download(body.id, li.token);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const text = await textIn(bytes);
  const code = body.code.toUpperCase().replace(/(.{4})(?=.)/g, '$1-');
  for (const said of ['志愿服务记录证明', '李小华', '2026年11月21日', '周六清洁楼道', '120 分钟', `证明编号 ${code}`]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('□');
  expect(bytes.length).toBeLessThan(200_000);
  expect(Buffer.compare((await download(body.id, li.token)).bytes, bytes)).toBe(0);
  expect((await download(body.id, wang.token)).response.status).toBe(404);
  await on.undo(id, li);
  expect((await download(body.id, li.token)).response.status).toBe(409);
});
