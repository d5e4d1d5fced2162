/** `XXXX-XXXX-XXXX`, however it was typed; undefined when it is none. */
export const codeFrom = (typed: string): string | undefined => {
  const letters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters) ? letters.replace(/(.{4})(?=.)/g, '$1-') : undefined;
};
