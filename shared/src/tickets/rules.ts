import type { Limit } from '../duty/contract.ts';

/** Limits of one line of the responsibility list. `stages` come before `resolve` and end one after another. */
export type Limits = {
  accept: Limit;
  resolve: Limit;
  check: Limit;
  stages?: readonly { name: string; limit: Limit }[] | undefined;
};

/** First response within 24 natural hours, resolution within 7 working days, check within 1: the documents' defaults. */
export const defaultLimits: Limits = {
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
};

/** The documents' limit for a second rectification (整改), after a rating of at most two stars. */
export const rectificationLimit: Limit = { unit: 'workDay', amount: 15 };

const titleLength = 32;

/** The first clause of what the resident wrote, at most 32 characters; the category's name when nothing was written. */
export const titleOf = (description: string, categoryName: string): string => {
  const clause = description.split(/[\n。！？!?；;]/, 1)[0]?.trim() ?? '';
  if (clause === '') return categoryName;
  const characters = Array.from(clause);
  return characters.length <= titleLength ? clause : `${characters.slice(0, titleLength - 1).join('')}…`;
};
