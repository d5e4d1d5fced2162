import { aJpeg, aPng, blue, green, heic, red, yellow } from '@suishoupai/functions/media/clean.corpus';
import sharp from 'sharp';

export type Colour = readonly [number, number, number];

const width = 2000;
const height = 1500;

/** As a phone held upright writes it: pixels lying on their side (orientation 6), with the place in EXIF and XMP. */
export const cameraPhoto = () => aJpeg(6, { width, height });
/** What is done when the phone shows it: 90° clockwise, and no longer than the service serves. */
export const uprightSize = { width: 1200, height: 1600 };
/** Corners of {@link cameraPhoto} as a person sees it, from the upper left clockwise. */
export const uprightCorners: readonly Colour[] = [blue, red, green, yellow];

/** Another picture, for after. */
export const afterPhoto = () => aPng({ width: 900, height: 600 });
export const heicPhoto = heic;
/** The transfer broke off in the middle. */
export const truncatedPhoto = async () => {
  const whole = await cameraPhoto();
  return whole.subarray(0, Math.floor(whole.length / 2));
};

/** Mean colour of each corner, from the upper left clockwise. */
export const cornersOf = async (bytes: Buffer): Promise<Colour[]> => {
  const { width: across, height: down } = await sharp(bytes).metadata();
  const edge = Math.floor(Math.min(across, down) / 8);
  const corners = [
    { left: 0, top: 0 },
    { left: across - edge, top: 0 },
    { left: across - edge, top: down - edge },
    { left: 0, top: down - edge },
  ];
  return Promise.all(
    corners.map(async (corner): Promise<Colour> => {
      const cut = await sharp(bytes)
        .extract({ ...corner, width: edge, height: edge })
        .toBuffer();
      const [r = 0, g = 0, b = 0] = (await sharp(cut).stats()).channels.map(({ mean }) => Math.round(mean));
      return [r, g, b];
    }),
  );
};

/** The name of the nearest of the four colours that the pictures are made of. */
export const nameOfColour = ([r, g, b]: Colour): string => {
  const known = Object.entries({ red, green, blue, yellow });
  const distance = ([, [x, y, z]]: (typeof known)[number]) => (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
  const [nearest] = known.sort((one, other) => distance(one) - distance(other));
  return nearest?.[0] ?? '';
};
