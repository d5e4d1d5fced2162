const digits = '0123456789abcdef';

/** Lower-case hexadecimal, two characters for a byte. */
export const toHex = (bytes: Uint8Array): string => {
  let hex = '';
  for (const byte of bytes) hex += `${digits[byte >> 4]}${digits[byte & 15]}`;
  return hex;
};

/** The inverse of {@link toHex}. Throws RangeError for anything but pairs of lower-case hexadecimal digits. */
export const fromHex = (hex: string): Uint8Array => {
  if (!/^([0-9a-f]{2})*$/.test(hex)) throw new RangeError('not lower-case hexadecimal');
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = digits.indexOf(hex.charAt(2 * i)) * 16 + digits.indexOf(hex.charAt(2 * i + 1));
  }
  return bytes;
};

/** UTF-8, by hand because WeChat has no TextEncoder. Throws RangeError for half of a surrogate pair. */
export const utf8 = (text: string): Uint8Array => {
  // A UTF-16 unit takes at most three bytes; the pairs of four take two units.
  const bytes = new Uint8Array(text.length * 3);
  let size = 0;
  const put = (byte: number) => {
    bytes[size] = byte;
    size += 1;
  };
  const putRest = (code: number, shift: number) => put(0x80 | ((code >> shift) & 63));
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) throw new RangeError('half of a character');
    if (code < 0x80) put(code);
    else if (code < 0x800) {
      put(0xc0 | (code >> 6));
      putRest(code, 0);
    } else if (code < 0x10000) {
      put(0xe0 | (code >> 12));
      putRest(code, 6);
      putRest(code, 0);
    } else {
      put(0xf0 | (code >> 18));
      putRest(code, 12);
      putRest(code, 6);
      putRest(code, 0);
      at += 1;
    }
  }
  return bytes.slice(0, size);
};
