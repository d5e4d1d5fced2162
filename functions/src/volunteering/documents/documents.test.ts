import { certificateSquare } from '@suishoupai/shared/volunteering/certificate-square';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decodeQR from 'qr/decode.js';
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

/** What a camera reads from the square: of all that is drawn it has the most corners, and its modules are one wide. */
const squareIn = async (bytes: Uint8Array): Promise<string> => {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: false }).promise;
  const { fnArray, argsArray } = await (await pdf.getPage(1)).getOperatorList();
  const paths = fnArray.flatMap((name, at) =>
    name === OPS.constructPath ? [Array.from<number>(argsArray[at][1][0])] : [],
  );
  const square = paths.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const [margin, zoom, perRun] = [4, 4, 13];
  const side = (Math.max(...square) + margin) * zoom;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (let at = 0; at < square.length; at += perRun) {
    // Begin, line, line, line, close: two corners that face each other are enough.
    const [, left = 0, top = 0, , right = 0] = square.slice(at, at + perRun);
    for (let y = top * zoom; y < (top + 1) * zoom; y += 1) {
      data.fill(0, (y * side + left * zoom) * 4, (y * side + right * zoom) * 4);
    }
  }
  return decodeQR({ width: side, height: side, data });
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
  expect(await squareIn(bytes)).toBe(certificateSquare(body.code));
  expect(bytes.length).toBeLessThan(200_000);
  expect(Buffer.compare((await download(body.id, li.token)).bytes, bytes)).toBe(0);
  expect((await download(body.id, wang.token)).response.status).toBe(404);
  await on.undo(id, li);
  expect((await download(body.id, li.token)).response.status).toBe(409);
});
