import type { SimilarTicket } from './use-similar.ts';

/** To whole metres the phone cannot know; people think in tens. */
const distance = (metres: number): string => (metres < 10 ? '就在这里' : `约 ${Math.round(metres / 10) * 10} 米`);

/** 「约 40 米 · 12 位邻居同感」 */
export const similarNote = ({ metres, ticket: { joins } }: SimilarTicket): string =>
  [distance(metres), joins > 0 ? `${joins} 位邻居同感` : undefined].filter((part) => part !== undefined).join(' · ');

/** Why there is nothing to join, or undefined when there is. */
export const alreadyWords = ({ isMine, hasJoined }: SimilarTicket): string | undefined => {
  if (isMine) return '这是您报过的，正在办，不用再报';
  return hasJoined ? '您已同感，有进展会告诉您，不用再报' : undefined;
};
