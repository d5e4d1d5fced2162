import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Stands in every kind of metadata of the corpus; no cleaned picture may hold it. */
export const canary = 'canary-31.2304N-121.4737E';

export const red = [220, 30, 30] as const;
export const green = [30, 160, 60] as const;
export const blue = [30, 60, 200] as const;
export const yellow = [230, 210, 40] as const;

type Shape = { width?: number; height?: number; alpha?: number };

/** Red and green above, blue and yellow below: which corner is where tells how the picture stands. */
const quarters = ({ width = 48, height = 32, alpha }: Shape) => {
  const channels = alpha === undefined ? 3 : 4;
  const data = Buffer.alloc(width * height * channels, alpha ?? 0);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [left, right] = y < height / 2 ? [red, green] : [blue, yellow];
      data.set(x < width / 2 ? left : right, (y * width + x) * channels);
    }
  return sharp(data, { raw: { width, height, channels } });
};

const cameraExif = {
  IFD0: { Make: canary, ImageDescription: canary },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '31/1 13/1 4944/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '121/1 28/1 2532/100',
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${canary}</rdf></x:xmpmeta>`;

/** As a phone's camera writes it: EXIF with maker, place and orientation, and XMP. */
const camera = (shape: Shape, orientation: number) =>
  quarters(shape).withMetadata({ orientation }).withExifMerge(cameraExif).withXmp(xmp);

export const aJpeg = (orientation = 1, shape: Shape = {}) =>
  camera(shape, orientation).jpeg({ quality: 95 }).toBuffer();
export const aWebp = (orientation = 1) => camera({}, orientation).webp({ quality: 95 }).toBuffer();
export const aPng = (shape: Shape = {}) => quarters(shape).png().toBuffer();
export const aPngWithExif = (orientation = 1) => camera({}, orientation).png().toBuffer();
export const aDeepPng = () => quarters({}).toColourspace('rgb16').png().toBuffer();
export const aGreyJpeg = () => quarters({}).toColourspace('b-w').jpeg().toBuffer();
export const aCmykJpeg = () => quarters({}).withMetadata().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
export const aProgressiveJpeg = () => quarters({}).jpeg({ progressive: true, quality: 95 }).toBuffer();
/** Pure red as a wide-gamut phone stores it: the numbers are not sRGB's. */
export const aWideGamutJpeg = () =>
  sharp({ create: { width: 32, height: 32, channels: 3, background: '#ff0000' } })
    .withIccProfile('p3')
    .jpeg({ quality: 95 })
    .toBuffer();
export const anAnimatedWebp = () => {
  const frame = (colour: readonly number[]) => Buffer.from(Array.from({ length: 32 * 32 }, () => [...colour]).flat());
  const data = Buffer.concat([frame(red), frame(blue), frame(green)]);
  return sharp(data, { raw: { width: 32, height: 96, channels: 3, pageHeight: 32 } })
    .webp({ lossless: true })
    .toBuffer();
};

/** `jpeg` with one more segment behind its first marker. */
export const withSegment = (jpeg: Buffer, marker: number, payload: string): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(Buffer.byteLength(payload) + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(payload), jpeg.subarray(2)]);
};

export const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
};

const afterHeader = 33;

/** `png` with chunks put behind its header. */
export const withChunks = (png: Buffer, ...chunks: Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);

/** A well-formed PNG that claims a size and holds next to nothing. */
export const aPngClaiming = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(1000)));
  return Buffer.concat([signature, pngChunk('IHDR', header), pixels, pngChunk('IEND', Buffer.alloc(0))]);
};

/** A small JPEG whose frame header claims another size. */
export const aJpegClaiming = async (width: number, height: number): Promise<Buffer> => {
  const jpeg = await quarters({}).jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
};

/** An animated WebP whose canvas claims the largest size the decoder takes; its frames may be smaller. */
export const aWebpClaimingMost = async (): Promise<Buffer> => {
  const webp = await anAnimatedWebp();
  const canvas = webp.indexOf('VP8X') + 12;
  webp.writeUIntLE(0x3ffe, canvas, 3);
  webp.writeUIntLE(0x3ffe, canvas + 3, 3);
  return webp;
};

export const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
]);
export const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

const standalone = (marker: number) => marker === 0xd8 || marker === 0xd9;

/** The markers of a JPEG in order, and how many bytes follow its end. Throws when it is not one. */
export const markersOf = (jpeg: Uint8Array): { markers: number[]; trailing: number } => {
  const markers: number[] = [];
  for (let at = 0; at < jpeg.length; ) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) throw new Error(`no marker at ${at}`);
    markers.push(marker);
    at += standalone(marker) ? 2 : 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    if (marker === 0xd9) return { markers, trailing: jpeg.length - at };
    if (marker !== 0xda) continue;
    while (at < jpeg.length && !(jpeg[at] === 0xff && jpeg[at + 1] !== 0 && ((jpeg[at + 1] ?? 0) & 0xf8) !== 0xd0))
      at += 1;
  }
  throw new Error('no end of image');
};
