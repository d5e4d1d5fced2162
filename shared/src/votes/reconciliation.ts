import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { Channel } from './ballot.ts';
import { SlotId } from './roll.ts';

const sheets = z.int().check(z.gte(0));

/** Ballot sheets: handed out, handed back; of the latter spoiled, refused because the elector had voted, and counted. */
export const Paper = z.strictObject({
  issued: sheets,
  returned: sheets,
  invalid: sheets,
  refused: sheets,
  valid: sheets,
});
export type Paper = z.output<typeof Paper>;

/** A second ballot of an elector by the other way, or a second sheet: recorded, not counted. `why`: how the one that counts was cast. */
export const Refusal = z.strictObject({
  slot: SlotId,
  channel: Channel,
  at: Instant,
  why: z.enum(['firstOnline', 'firstOnPaper']),
});
export type Refusal = z.output<typeof Refusal>;

type Totals = {
  participants: readonly { slot: string; channel: Channel }[];
  refused: readonly Refusal[];
  paper: Paper;
};

/** Why the totals of paper and phone do not agree, in sentences for the staff who must find out; empty when a result may be published. */
export const reconciliationProblems = ({ participants, refused, paper }: Totals): string[] => {
  const onPaper = participants.filter(({ channel }) => channel === 'paper').length;
  const refusedSheets = refused.filter(({ channel }) => channel === 'paper').length;
  const isKnown = ({ slot, why }: Refusal) =>
    participants.some((one) => one.slot === slot && (one.channel === 'paper') === (why === 'firstOnPaper'));
  return [
    ...(paper.returned > paper.issued ? [`收回 ${paper.returned} 张，多于发出的 ${paper.issued} 张`] : []),
    ...(paper.valid === onPaper ? [] : [`有效票 ${paper.valid} 张，已录入 ${onPaper} 张`]),
    ...(paper.refused === refusedSheets ? [] : [`重复票 ${paper.refused} 张，已登记 ${refusedSheets} 张`]),
    ...(paper.returned === paper.valid + paper.invalid + paper.refused
      ? []
      : [`收回 ${paper.returned} 张，不等于有效、无效、重复票之和 ${paper.valid + paper.invalid + paper.refused} 张`]),
    ...(refused.every(isKnown) ? [] : ['有重复票找不到先投的那一张']),
  ];
};
