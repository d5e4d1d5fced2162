const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * What an `Image` can show of an SVG in ASCII: base 64, the one writing that WeChat and browsers both read. WeChat has no `btoa`, and
 * Taro's own way gives nothing in a browser.
 */
export const addressOf = (svg: string): string => {
  let written = '';
  for (let at = 0; at < svg.length; at += 3) {
    const bits = (svg.charCodeAt(at) << 16) | (svg.charCodeAt(at + 1) << 8) | svg.charCodeAt(at + 2);
    for (const shift of [18, 12, 6, 0]) written += letters[(bits >> shift) & 63];
  }
  const missing = (3 - (svg.length % 3)) % 3;
  return `data:image/svg+xml;base64,${written.slice(0, written.length - missing)}${'='.repeat(missing)}`;
};
