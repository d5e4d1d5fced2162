import type { TicketView } from '@suishoupai/shared/tickets/contract';

/** The card in a chat is read by anyone: own words and pictures go on it only after the safety check. */
export const cardWords = ({ title, categoryName, isHeld, coverUrl, state }: TicketView) => {
  const isSolved = state === 'closed' || state === 'rated';
  const subject = isHeld ? categoryName : title;
  return {
    title: isSolved ? `修好了：${subject}` : `${subject}，看看办到哪一步了`,
    ...(isHeld || coverUrl === undefined ? {} : { imageUrl: coverUrl }),
  };
};
