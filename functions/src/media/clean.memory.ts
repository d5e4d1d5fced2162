import sharp from 'sharp';
import * as corpus from './clean.corpus.ts';
import { cleanPhoto } from './clean.ts';

/** Run in a process of its own, because the most that a process ever held counts for all it did. Prints what became of the samples of a kind. */
const zip = Buffer.from('PK\x03\x04');
const page = Buffer.from('<html><script>alert(1)</script></html>');
const jpeg = 'image/jpeg';
const png = 'image/png';

/** What is refused by its first bytes or its header, and pictures that carry something else behind them. */
const refused = async (): Promise<[Uint8Array, string][]> => [
  [corpus.aPngClaiming(60_000, 60_000), png],
  [await corpus.aJpegClaiming(60_000, 60_000), jpeg],
  [await corpus.aWebpClaimingMost(), 'image/webp'],
  [corpus.aPngClaiming(2 ** 31 - 1, 2 ** 31 - 1), png],
  [Buffer.concat([corpus.svg, await corpus.aPng()]), png],
  [Buffer.concat([zip, await corpus.aJpeg()]), jpeg],
  [Buffer.concat([await corpus.aJpeg(), page, zip]), jpeg],
  [Buffer.concat([await corpus.aPng(), page, zip]), png],
  [corpus.withChunks(await corpus.aPng(), corpus.pngChunk('zTXt', Buffer.alloc(4 * 1024 * 1024))), png],
];

/** The dearest that is let in to the decoder: a frame of 49 megapixels in passes, all of which it keeps. The file is small and its end is missing. */
const dearest = async (): Promise<[Uint8Array, string][]> => {
  const flat = sharp({ create: { width: 64, height: 64, channels: 3, background: '#7f3f1f' } });
  const small = await flat.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
  const frame = small.indexOf(Buffer.from([0xff, 0xc2]));
  small.writeUInt16BE(7000, frame + 5);
  small.writeUInt16BE(7000, frame + 7);
  return [[small, jpeg]];
};

const samples = await (process.argv[2] === 'dearest' ? dearest() : refused());
await cleanPhoto(await corpus.aPng(), png);
const before = process.resourceUsage().maxRSS;
const answers: string[] = [];
for (const [bytes, type] of samples) {
  const result = await cleanPhoto(bytes, type);
  answers.push(result.ok ? 'ok' : result.reason);
}
console.info(JSON.stringify({ answers, megabytes: Math.round((process.resourceUsage().maxRSS - before) / 1024) }));
