/** 「61.4%」, cut and never rounded up: what is a hair below a threshold does not look as if it had met it. */
export const percentWords = (part: number, whole: number): string => {
  if (whole === 0) return '0%';
  const tenths = Math.floor((part * 1000) / whole);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`;
};
