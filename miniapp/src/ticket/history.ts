import type { TicketView } from '@suishoupai/shared/tickets/contract';

/** 「退回过 2 次 · 重新打开过 1 次」, or undefined when it went straight. */
export const historyOf = ({ returns, reopens, rectifications }: TicketView): string | undefined => {
  const told = [
    [returns, '退回过'],
    [reopens, '重新打开过'],
    [rectifications, '二次整改过'],
  ] as const;
  const words = told.filter(([count]) => count > 0).map(([count, word]) => `${word} ${count} 次`);
  return words.length === 0 ? undefined : words.join(' · ');
};
