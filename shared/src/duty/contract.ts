import * as z from 'zod/mini';

/** A time limit: natural hours (自然时), working hours (工作时) or working days (工作日). */
export const Limit = z.object({
  unit: z.enum(['hour', 'workHour', 'workDay']),
  amount: z.int().check(z.gte(1), z.lte(366)),
});
export type Limit = z.output<typeof Limit>;
