import { utf8 } from '../votes/bytes.ts';
import { canonical } from '../votes/canonical.ts';
import { attachmentLine } from './attachments.ts';
import type { MinutesBody } from './contract.ts';

/** SHA-256 over bytes, in lower-case hexadecimal; brought by the caller. */
export type Sha256Hex = (bytes: Uint8Array) => string;

/** What stands before the first version. */
export const noPrevious = '0'.repeat(64);

/** What is hashed of a version, and so signed. */
export type MinutesContent = {
  meetingId: string;
  number: number;
  previous: string;
  author: string;
  at: string;
  reason?: string | undefined;
  attendance: number;
  body: MinutesBody;
};

/** The hash of a version: SHA-256 over its canonical JSON in UTF-8, a reason that is not there left out. */
export const minutesHash = (sha256: Sha256Hex, { reason, ...content }: MinutesContent): string => {
  const { meetingId, number, previous, author, at, attendance, body } = content;
  const hashed = { meetingId, number, previous, author, at, attendance, body };
  return sha256(utf8(canonical(reason === undefined ? hashed : { ...hashed, reason })));
};

type Linked = MinutesContent & { hash: string };

/**
 * The numbers of those versions that are what was hashed. A run of versions in order, or one alone: each has the hash of its content, follows
 * the one before it in the run (the first of all: nothing), and has the hash that is kept elsewhere for it in `anchors`.
 */
export const intactVersions = (
  sha256: Sha256Hex,
  versions: readonly Linked[],
  anchors: ReadonlyMap<number, string>,
): Set<number> => {
  const follows = ({ number, previous }: Linked, before: Linked | undefined) => {
    if (number === 1) return before === undefined && previous === noPrevious;
    return before === undefined || (before.number === number - 1 && before.hash === previous);
  };
  const intact = versions.filter((version, index) => {
    const isHashed = version.hash === minutesHash(sha256, version);
    const isAnchored = (anchors.get(version.number) ?? version.hash) === version.hash;
    return isHashed && isAnchored && follows(version, versions[index - 1]);
  });
  return new Set(intact.map(({ number }) => number));
};

/** The minutes as lines, for comparing two versions by eye: headings, then words, then what was resolved, then what hangs on it. */
export const minutesLines = ({ sections, resolutions, photos, attachments = [] }: MinutesBody): string[] => [
  ...sections.flatMap(({ heading, words }) => [`【${heading}】`, ...words.split('\n')]),
  ...resolutions.map(({ words }, index) => `决议 ${index + 1}：${words}`),
  ...(photos.length === 0 ? [] : [`照片 ${photos.length} 张`]),
  ...attachments.map(attachmentLine),
];
