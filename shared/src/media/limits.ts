/** Used by the phone before it uploads, by the presigned policy, and by the function that cleans. */
export const mediaLimits = {
  maxBytes: 5 * 1024 * 1024,
  /** 50 megapixels: a 4-byte bitmap of it is 200 MB; a header that claims more is refused before decoding. */
  maxPixels: 50_000_000,
  /** Longest edge of what is served, in pixels. */
  fullEdge: 1600,
  thumbEdge: 320,
  uploadExpiresInSeconds: 300,
  maxPerStep: 9,
} as const;

export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
