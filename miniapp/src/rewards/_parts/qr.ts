/**
 * A QR code of 33 by 33 modules (version 4, level L, bytes): room for 78 characters, one block of 80 bytes and 20 to mend it. The ids that
 * are shown never need more. ISO/IEC 18004.
 */
const [side, dataBytes, mendBytes, longest] = [33, 80, 20, 78];
/** Format bits of level L with mask 0. */
const format = 0b111011111000100;

const [exp, log] = [new Uint8Array(512), new Uint8Array(256)];
for (let power = 0, value = 1; power < 255; power += 1) {
  exp[power] = value;
  exp[power + 255] = value;
  log[value] = power;
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1;
}
const times = (a: number, b: number): number => (a && b ? (exp[(log[a] ?? 0) + (log[b] ?? 0)] ?? 0) : 0);

/** The bytes that mend these, by Reed and Solomon. */
export const mendingOf = (data: readonly number[], count: number): number[] => {
  let divisor = [1];
  for (let root = 0; root < count; root += 1) {
    const by = exp[root] ?? 0;
    divisor = [...divisor, 0].map((each, at) => each ^ (at > 0 ? times(divisor[at - 1] ?? 0, by) : 0));
  }
  const rest = [...data, ...Array<number>(count).fill(0)];
  for (let at = 0; at < data.length; at += 1) {
    const lead = rest[at] ?? 0;
    for (let i = 0; i < divisor.length; i += 1) rest[at + i] = (rest[at + i] ?? 0) ^ times(divisor[i] ?? 0, lead);
  }
  return rest.slice(data.length);
};

const bitsOf = (value: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => (value >> (count - 1 - at)) & 1);

/** Mode, length, text, end, and padding, in bytes. */
const dataOf = (text: string): number[] => {
  const codes = Array.from(text, (each) => each.charCodeAt(0));
  const bits = [...bitsOf(4, 4), ...bitsOf(codes.length, 8), ...codes.flatMap((code) => bitsOf(code, 8)), 0, 0, 0, 0];
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) bytes.push(bits.slice(at, at + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  for (let pad = 0xec; bytes.length < dataBytes; pad ^= 0xec ^ 0x11) bytes.push(pad);
  return bytes;
};

/** Dark modules by row; undefined where data goes. */
const frame = (): (boolean | undefined)[][] => {
  const rows = Array.from({ length: side }, () => Array<boolean | undefined>(side).fill(undefined));
  const set = (row: number, column: number, isDark: boolean) => {
    const line = rows[row];
    if (line !== undefined && column >= 0 && column < side) line[column] = isDark;
  };
  const eye = (row: number, column: number) => {
    for (let y = -1; y <= 7; y += 1) {
      for (let x = -1; x <= 7; x += 1) {
        const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
        set(row + y, column + x, ring <= 3 && ring !== 2);
      }
    }
  };
  for (const [row, column] of [
    [0, 0],
    [0, side - 7],
    [side - 7, 0],
  ] as const)
    eye(row, column);
  for (let y = -2; y <= 2; y += 1) {
    for (let x = -2; x <= 2; x += 1) set(26 + y, 26 + x, Math.max(Math.abs(x), Math.abs(y)) !== 1);
  }
  for (let at = 8; at < side - 8; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const around = [0, 1, 2, 3, 4, 5, 7, 8];
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = ((format >> bit) & 1) === 1;
    // Down the left of the upper right eye's line and along the lower left one, then once more around the first eye.
    if (bit < 8) set(8, side - 1 - bit, isDark);
    else set(side - 15 + bit, 8, isDark);
    if (bit < 8) set(around[bit] ?? 0, 8, isDark);
    else set(8, around[14 - bit] ?? 0, isDark);
  }
  set(side - 8, 8, true);
  return rows;
};

/** True for dark, row by row. Throws RangeError for a text that is too long or not ASCII. */
export const qrOf = (text: string): boolean[][] => {
  if (text.length > longest || Array.from(text).some((each) => each.charCodeAt(0) > 127)) throw new RangeError(text);
  const data = dataOf(text);
  const bits = [...data, ...mendingOf(data, mendBytes)].flatMap((byte) => bitsOf(byte, 8));
  const rows = frame();
  let next = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < side; step += 1) {
      const row = rows[isUp ? side - 1 - step : step];
      const y = isUp ? side - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (row === undefined || row[column] !== undefined) continue;
        const bit = bits[next] ?? 0;
        next += 1;
        row[column] = (bit === 1) !== ((y + column) % 2 === 0);
      }
    }
  }
  return rows.map((row) => row.map((isDark) => isDark === true));
};

/** The same as a picture: one path of dark runs, with the quiet margin that scanners want. */
export const qrPicture = (text: string): string => {
  const path = qrOf(text)
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const length = row.slice(x).findIndex((each) => !each);
        const run = length < 0 ? side - x : length;
        return [`M${x + 4} ${y + 4}h${run}v1h-${run}z`];
      }),
    )
    .join('');
  const box = side + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${box}v${box}H0z"/><path d="${path}"/></svg>`;
};
