import { createHash } from 'node:crypto';

/** What tells a repeat from another content under the same id: key order and the version seen do not matter. */
export const digestOf = (content: object): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 16);
