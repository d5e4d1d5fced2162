import { mediaLimits } from '@suishoupai/shared/media/limits';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import * as corpus from './clean.corpus.ts';
import { type Cleaned, cleanPhoto } from './clean.ts';

const { red, green, blue, yellow, canary } = corpus;
const jpegType = 'image/jpeg';
const pngType = 'image/png';
const webpType = 'image/webp';

/** The tag that leads to the GPS block, 0x8825, as a little-endian EXIF holds it. */
const gpsPointer = Buffer.from([0x25, 0x88, 0x04, 0x00]);
/** Quantisation tables, frame, Huffman tables, scans: what a picture is made of, and no place to put anything else. */
const pictureMarkers = [0xd8, 0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xd9];
const traces = [
  canary,
  'Exif',
  'GPS',
  'http://ns.adobe.com',
  'Photoshop',
  'ICC_PROFILE',
  'MPF',
  '<script',
  'PK\x03\x04',
];

const cleaned = (result: Cleaned) => {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
};

const expectBare = (jpeg: Uint8Array) => {
  const { markers, trailing } = corpus.markersOf(jpeg);
  expect(markers.filter((marker) => !pictureMarkers.includes(marker))).toEqual([]);
  expect(trailing).toBe(0);
  const text = Buffer.from(jpeg).toString('latin1');
  expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
};

const cornersOf = async (jpeg: Uint8Array) => {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  const [right, bottom] = [info.width - 3, info.height - 3];
  return [at(2, 2), at(right, 2), at(2, bottom), at(right, bottom)];
};

const expectCorners = async (jpeg: Uint8Array, wanted: readonly (readonly number[])[], tolerance = 30) => {
  const distances = (await cornersOf(jpeg)).map((corner, index) =>
    Math.max(...corner.map((channel, at) => Math.abs(channel - (wanted[index]?.[at] ?? 0)))),
  );
  expect(Math.max(...distances)).toBeLessThan(tolerance);
};

const upright = [
  [1, [red, green, blue, yellow]],
  [2, [green, red, yellow, blue]],
  [3, [yellow, blue, green, red]],
  [4, [blue, yellow, red, green]],
  [5, [red, blue, green, yellow]],
  [6, [blue, red, yellow, green]],
  [7, [yellow, green, blue, red]],
  [8, [green, yellow, red, blue]],
] as const;

describe('相机照片', () => {
  test('样本里确实带着位置和厂商信息', async () => {
    const { exif, xmp } = await sharp(await corpus.aJpeg(6)).metadata();
    expect(exif?.includes(canary)).toBe(true);
    expect(exif?.includes(gpsPointer)).toBe(true);
    expect(xmp?.includes('http://ns.adobe.com')).toBe(true);
  });

  test.each(upright)('方向标记 %i 的 JPEG、PNG、WebP 都转正，且不留任何元数据', async (orientation, corners) => {
    const results = [
      cleaned(await cleanPhoto(await corpus.aJpeg(orientation), jpegType)),
      cleaned(await cleanPhoto(await corpus.aPngWithExif(orientation), pngType)),
      cleaned(await cleanPhoto(await corpus.aWebp(orientation), webpType)),
    ];
    for (const { full, thumb, width, height } of results) {
      expect([width, height]).toEqual(orientation < 5 ? [48, 32] : [32, 48]);
      expectBare(full);
      expectBare(thumb);
      await expectCorners(full, corners);
      await expectCorners(thumb, corners);
    }
  });

  test.each([
    ['XMP', 0xe1, `http://ns.adobe.com/xap/1.0/\0${canary}`],
    ['色彩描述', 0xe2, `ICC_PROFILE\0\x01\x01${canary}`],
    ['多图', 0xe2, `MPF\0${canary}`],
    ['IPTC', 0xed, `Photoshop 3.0\0${canary}`],
    ['注释', 0xfe, `${canary}<script>alert(1)</script>`],
  ])('JPEG 的%s段不会留下', async (_, marker, payload) => {
    const result = cleaned(await cleanPhoto(corpus.withSegment(await corpus.aJpeg(), marker, payload), jpegType));
    expectBare(result.full);
    expectBare(result.thumb);
  });

  test('PNG 的文字块不会留下', async () => {
    const text = Buffer.from(`Comment\0${canary}`);
    const png = corpus.withChunks(await corpus.aPng(), corpus.pngChunk('tEXt', text), corpus.pngChunk('prVt', text));
    expectBare(cleaned(await cleanPhoto(png, pngType)).full);
  });

  test('大图缩到最长边 1600，缩略图 320，小图不放大', async () => {
    const big = cleaned(await cleanPhoto(await corpus.aJpeg(6, { width: 2400, height: 1200 }), jpegType));
    const small = cleaned(await cleanPhoto(await corpus.aPng({ width: 1, height: 1 }), pngType));
    expect([big.width, big.height]).toEqual([800, mediaLimits.fullEdge]);
    expect(await sharp(big.full).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 1600 });
    expect(await sharp(big.thumb).metadata()).toMatchObject({ width: 160, height: mediaLimits.thumbEdge });
    expect([small.width, small.height]).toEqual([1, 1]);
  });

  test('细长的图至少留下一个像素宽', async () => {
    const { width, height } = cleaned(await cleanPhoto(await corpus.aPng({ width: 20_000, height: 2 }), pngType));
    expect([width, height]).toEqual([1600, 1]);
  });
});

describe('各种像素', () => {
  test('透明的地方成为白色', async () => {
    const { full } = cleaned(await cleanPhoto(await corpus.aPng({ alpha: 0 }), pngType));
    await expectCorners(
      full,
      [
        [255, 255, 255],
        [255, 255, 255],
        [255, 255, 255],
        [255, 255, 255],
      ],
      3,
    );
  });

  test.each([
    ['16 位 PNG', corpus.aDeepPng, pngType, 12],
    ['CMYK JPEG', corpus.aCmykJpeg, jpegType, 70],
    ['渐进式 JPEG', corpus.aProgressiveJpeg, jpegType, 12],
  ])('%s 变成颜色相同的普通照片', async (_, make, type, tolerance) => {
    const { full } = cleaned(await cleanPhoto(await make(), type));
    expectBare(full);
    expect(await sharp(full).metadata()).toMatchObject({ space: 'srgb', channels: 3, depth: 'uchar' });
    await expectCorners(full, [red, green, blue, yellow], tolerance);
  });

  test('灰度照片也写成三个通道', async () => {
    const { full } = cleaned(await cleanPhoto(await corpus.aGreyJpeg(), jpegType));
    expect(await sharp(full).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
  });

  test('广色域照片换算到 sRGB，颜色不变淡', async () => {
    const wide = await corpus.aWideGamutJpeg();
    const { full } = cleaned(await cleanPhoto(wide, jpegType));
    expectBare(full);
    await expectCorners(
      full,
      [
        [255, 0, 0],
        [255, 0, 0],
        [255, 0, 0],
        [255, 0, 0],
      ],
      12,
    );
  });

  test('动图只留第一帧', async () => {
    const { full, width, height } = cleaned(await cleanPhoto(await corpus.anAnimatedWebp(), webpType));
    expect([width, height]).toEqual([32, 32]);
    await expectCorners(full, [red, red, red, red]);
  });
});

describe('拒绝时说明原因', () => {
  test.each([
    ['空文件', Buffer.alloc(0), jpegType, 'notAPicture'],
    ['文字', Buffer.from('hello'), jpegType, 'notAPicture'],
    ['SVG', corpus.svg, pngType, 'notAPicture'],
    ['前面接了脚本的 PNG', Buffer.concat([corpus.svg, corpus.aPngClaiming(1, 1)]), pngType, 'notAPicture'],
    ['HEIC', corpus.heic, 'image/heic', 'unsupportedType'],
    ['自称 JPEG 的 HEIC', corpus.heic, jpegType, 'unsupportedType'],
    ['GIF', corpus.gif, jpegType, 'unsupportedType'],
    ['自称 HEIC 的 PNG', corpus.aPngClaiming(1, 1), 'image/heic', 'typeMismatch'],
    ['自称 JPEG 的 PNG', corpus.aPngClaiming(1, 1), jpegType, 'typeMismatch'],
    ['六万见方的 PNG', corpus.aPngClaiming(60_000, 60_000), pngType, 'tooManyPixels'],
    ['略超上限的 PNG', corpus.aPngClaiming(10_000, 5001), pngType, 'tooManyPixels'],
    ['刚到上限但没有像素的 PNG', corpus.aPngClaiming(10_000, 5000), pngType, 'damaged'],
    ['只有开头的 JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), jpegType, 'damaged'],
    ['只有开头的 WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 '), webpType, 'damaged'],
  ] as const)('%s', async (_, bytes, type, reason) => {
    expect(await cleanPhoto(bytes, type)).toEqual({ ok: false, reason });
  });

  test('六万见方的 JPEG 和最大的 WebP 在解码前被拒', async () => {
    const refused = { ok: false, reason: 'tooManyPixels' };
    expect(await cleanPhoto(await corpus.aJpegClaiming(60_000, 60_000), jpegType)).toEqual(refused);
    expect(await cleanPhoto(await corpus.aWebpClaimingMost(), webpType)).toEqual(refused);
  });

  test.each([
    ['JPEG', () => corpus.aJpeg(1, { width: 800, height: 600 }), jpegType],
    ['渐进式 JPEG', corpus.aProgressiveJpeg, jpegType],
    ['PNG', () => corpus.aPng({ width: 800, height: 600 }), pngType],
    ['WebP', corpus.aWebp, webpType],
  ])('截断一半的 %s', async (_, make, type) => {
    const whole = await make();
    const half = whole.subarray(0, whole.length / 2);
    expect(await cleanPhoto(half, type)).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('夹带别的内容', () => {
  test.each([
    ['压缩包', 'PK\x03\x04'],
    ['网页', '<html><script>alert(1)</script></html>'],
    ['另一张带位置的照片', `Exif\0\0${canary}`],
  ])('照片后面接%s，出来只剩照片', async (_, payload) => {
    const jpeg = Buffer.concat([await corpus.aJpeg(), Buffer.from(payload)]);
    const png = Buffer.concat([await corpus.aPng(), Buffer.from(payload)]);
    expectBare(cleaned(await cleanPhoto(jpeg, jpegType)).full);
    expectBare(cleaned(await cleanPhoto(png, pngType)).full);
  });
});

describe('任意字节都只会得到照片或原因', () => {
  const seeded = { seed: 20261103, numRuns: 120 };
  const headers = [
    Buffer.from([0xff, 0xd8, 0xff]),
    corpus.aPngClaiming(4, 4).subarray(0, 33),
    Buffer.from('RIFF\x40\0\0\0WEBPVP8X'),
  ];

  test('随机内容', async () => {
    expect.hasAssertions();
    const anyFile = fc
      .tuple(fc.constantFrom(Buffer.alloc(0), ...headers), fc.uint8Array({ maxLength: 400 }))
      .map(([head, rest]) => Buffer.concat([head, rest]));
    await fc.assert(
      fc.asyncProperty(anyFile, fc.constantFrom(jpegType, pngType, webpType), async (bytes, type) => {
        expect(typeof (await cleanPhoto(bytes, type)).ok).toBe('boolean');
      }),
      seeded,
    );
  });

  test('改动或截断过的真照片；还能用的也不带元数据', async () => {
    expect.hasAssertions();
    const samples = [
      { bytes: await corpus.aJpeg(6), type: jpegType },
      { bytes: await corpus.aPngWithExif(6), type: pngType },
      { bytes: await corpus.aWebp(6), type: webpType },
    ];
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        damage,
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async (sample, edits, keep) => {
          const bytes = Buffer.from(sample.bytes.subarray(0, Math.ceil(sample.bytes.length * keep)));
          for (const [at, value] of edits) bytes[12 + (at % (bytes.length - 12))] = value;
          const result = await cleanPhoto(bytes, sample.type);
          if (result.ok) expectBare(result.full);
          else expect(result.reason).toMatch(/^(damaged|tooManyPixels)$/);
        },
      ),
      seeded,
    );
  });
});
