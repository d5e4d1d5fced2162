import type { TicketView } from '@suishoupai/shared/tickets/contract';

const asking = {
  returned: { step: 'return', name: '退回理由' },
  rework: { step: 'rework', name: '返工要求' },
} as const;

/** Why it came back, which is what to read first; undefined when it did not. */
export const saidLast = ({ state, events }: TicketView): string | undefined => {
  if (state !== 'returned' && state !== 'rework') return undefined;
  const { step, name } = asking[state];
  const note = [...events].reverse().find((event) => event.step === step)?.note;
  return note === undefined ? undefined : `${name}：${note}`;
};
