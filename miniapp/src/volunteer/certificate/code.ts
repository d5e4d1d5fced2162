/** What people type: in groups, with look-alikes for what the code does not have. */
export const codeTyped = (typed: string): string =>
  typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1').slice(0, 12);

export const isWhole = (code: string): boolean => /^[0-9a-hjkmnp-tv-z]{12}$/.test(code);
