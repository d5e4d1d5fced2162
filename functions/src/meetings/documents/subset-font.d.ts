declare module 'subset-font' {
  type Options = { targetFormat?: 'truetype' | 'woff' | 'woff2'; dropTables?: readonly string[] };
  /** The library's own types are of an older version. */
  const subsetFont: (font: Buffer, text: string, options?: Options) => Promise<Buffer>;
  export default subsetFont;
}
