import * as z from 'zod/mini';
import { text } from '../contract/fields.ts';

/** A time limit: natural hours (自然时), working hours (工作时) or working days (工作日). */
export const Limit = z.object({
  unit: z.enum(['hour', 'workHour', 'workDay']),
  amount: z.int().check(z.gte(1), z.lte(366)),
});
export type Limit = z.output<typeof Limit>;

/** A milestone before the end of the work, for example 停工 in 4 working hours. */
export const Stage = z.object({ name: text(1, 12), limit: Limit });
export type Stage = z.output<typeof Stage>;

/** Reports are filed by the list itself, or only once a grid worker has looked on the spot (核实立案). */
export const Filing = z.enum(['byRule', 'onTheSpot']);
export type Filing = z.output<typeof Filing>;
