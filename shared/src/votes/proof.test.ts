import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { inclusionProof, leafHash, merkleRoot, verifyInclusion } from './merkle.ts';
import { keyFingerprint, receiptCode } from './receipt.ts';

fc.configureGlobal({ seed: 20260617 });

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The eight leaves and the roots of their first n that Certificate Transparency's own tests use. */
const ctLeaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ctRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = ctLeaves.map((hex) => leafHash(fromHex(hex), sha256));

describe('默克尔树（RFC 6962）', () => {
  test.each(ctRoots.map((root, size) => [size, root] as const))('前 %i 片叶子的根', (size, root) => {
    expect(merkleRoot(leaves.slice(0, size), sha256)).toBe(root);
  });

  test('八片叶子里第六片的证明', () => {
    expect(inclusionProof(leaves, 5, sha256)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  test('任何大小的树，每片叶子都能证明，别的都不能', () => {
    for (let size = 1; size <= 40; size += 1) {
      const all = Array.from({ length: size }, (_, at) => leafHash(utf8(`${at}`), sha256));
      const root = merkleRoot(all, sha256);
      for (const [index, leaf] of all.entries()) {
        const proof = inclusionProof(all, index, sha256);
        const proven = { leaf, index, size, proof, root };
        expect(verifyInclusion(proven, sha256)).toBe(true);
        expect(verifyInclusion({ ...proven, index: size === 1 ? 1 : (index + 1) % size }, sha256)).toBe(false);
        expect(verifyInclusion({ ...proven, leaf: root }, sha256)).toBe(size === 1);
        expect(verifyInclusion({ ...proven, proof: [...proof, root] }, sha256)).toBe(false);
        expect(verifyInclusion({ ...proven, proof: proof.slice(1) }, sha256)).toBe(size === 1);
      }
    }
  });

  test.each([-1, 8, 0.5])('没有第 %d 片', (index) => {
    expect(() => inclusionProof(leaves, index, sha256)).toThrow(RangeError);
    expect(verifyInclusion({ leaf: leaves[0] ?? '', index, size: 8, proof: [], root: leaves[0] ?? '' }, sha256)).toBe(
      false,
    );
  });
});

describe('规范写法', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, '字'] }, '{"a":[true,null,"字"],"b":1}'],
    [
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    ['\u0000\b\t"\\/', '"\\u0000\\b\\t\\"\\\\/"'],
    [[], '[]'],
    [-9007199254740991, '-9007199254740991'],
  ])('%j', (value, expected) => {
    expect(canonical(value)).toBe(expected);
  });

  test.each([
    1.5,
    Number.NaN,
    2 ** 53,
    -0,
    undefined,
    { a: undefined },
    [undefined],
    new Date(0),
    new Map(),
    1n,
    '\ud800',
    { '\udc00': 1 },
  ])('%s 没有规范写法', (value) => {
    expect(() => canonical(value)).toThrow(RangeError);
  });

  test('读回来还是原样，再写还是那样', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (given) => {
        const value = JSON.parse(
          JSON.stringify(given, (_, item) => (typeof item === 'number' ? Math.trunc(item) % 2 ** 50 || 0 : item)),
        );
        expect(JSON.parse(canonical(value))).toEqual(value);
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
    );
  });
});

describe('字节', () => {
  test('UTF-8 与系统的一样', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(Array.from(utf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
      }),
    );
    expect(() => utf8('a\ud83d')).toThrow(RangeError);
  });

  test('十六进制来回', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
        expect(Array.from(fromHex(toHex(bytes)))).toEqual(Array.from(bytes));
      }),
    );
  });

  test.each(['0', 'zz', 'AA', '0x00', ' 00'])('%j 不是十六进制', (hex) => {
    expect(() => fromHex(hex)).toThrow(RangeError);
  });

  test('短码：四个一组，不含容易认错的字', () => {
    expect(receiptCode('00'.repeat(32))).toBe('0000-0000-0000');
    expect(receiptCode('ff'.repeat(32))).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(receiptCode(`0123456789abcdef${'0'.repeat(48)}`)).toBe('04HM-ASW9-NF6Y');
    expect(keyFingerprint('00'.repeat(32), sha256)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});
