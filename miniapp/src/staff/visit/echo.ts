import type { Visit } from '@suishoupai/shared/fieldwork/contract';
import { isFinished } from '@suishoupai/shared/tickets/states';

type Items = readonly Visit['items'][number][];

/** 「每一条都有回音」: how many are still on their way. */
export const stillOpen = (items: Items): number =>
  items.filter(({ ticket }) => ticket !== undefined && !isFinished(ticket.state)).length;

export const echoWords = (items: Items): string => {
  const open = stillOpen(items);
  return open === 0 ? '都有回音' : `${open} 件在办`;
};
