import type { Limit } from './contract.ts';

/** A working day is written beside natural days, so that limits of different units have an order: 8 working hours are one of 24. */
const hoursOf: Record<Limit['unit'], number> = { hour: 1, workHour: 3, workDay: 24 };

/** Rough length of a limit in natural hours without days off: only for putting limits in order, never for a due time. */
export const roughHours = ({ unit, amount }: Limit): number => hoursOf[unit] * amount;
