import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { stepLabel } from '@suishoupai/shared/tickets/labels';
import { isMark, transitions } from '@suishoupai/shared/tickets/transitions';

type Event = Pick<TicketView['events'][number], 'step' | 'actor'>;

/** The service may know steps that this version of the program does not. */
const wordOf = (step: Event['step']): string =>
  Object.keys(stepLabel).includes(step) ? stepLabel[step] : '有了新进展';

/** 「幸福物业 接单」; the clock has no name. */
export const titleOf = ({ step, actor }: Event): string =>
  step === 'overdue' ? wordOf(step) : `${actor} ${wordOf(step)}`;

/** Whether the event took the ticket somewhere; the others are written beside its way and say nothing of where it stands. */
export const isMove = ({ step }: Event): boolean => step === 'report' || (step in transitions && !isMark(step));
