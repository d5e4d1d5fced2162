import { encode } from 'uqr';

/** A QR code as a drawing: dark runs in a box of `side` by `side`, the quiet margin that scanners want within. */
export type Square = { side: number; path: string };

const margin = 4;

/** The same text gives the same square. Level M: it is read off scratched screens and off paper that was copied. */
export const squareOf = (text: string): Square => {
  const { size, data } = encode(text, { ecc: 'M', border: margin });
  const path = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${end - x}v1h-${end - x}z`];
    }),
  );
  return { side: size, path: path.join('') };
};

/** As SVG, dark on white whatever lies beneath. */
export const squarePicture = (text: string): string => {
  const { side, path } = squareOf(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
};
