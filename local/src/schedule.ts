import { minuteMs } from '@suishoupai/shared/time/units';
import * as z from 'zod/mini';
import { readServerless } from './serverless-yml.ts';

const Rate = z.object({ rate: z.string().check(z.regex(/^rate\(\d+ minutes?\)$/)) });
const Service = z.object({
  functions: z.record(
    z.string(),
    z.object({ events: z.optional(z.array(z.looseObject({ schedule: z.optional(Rate) }))) }),
  ),
});

type Scheduled = { name: string; everyMs: number };

/** The functions that serverless.yml lets the clock call, and how often. Throws for a rate that is not in minutes. */
export const readSchedule = (file?: string): Scheduled[] => {
  const { functions } = readServerless(Service, file);
  return Object.entries(functions).flatMap(([name, { events = [] }]) =>
    events.flatMap(({ schedule }) =>
      schedule === undefined ? [] : [{ name, everyMs: Number.parseInt(schedule.rate.slice(5), 10) * minuteMs }],
    ),
  );
};

type Input = {
  scheduled: readonly Scheduled[];
  run: (name: string) => Promise<void>;
  onFailed: (error: unknown) => void;
};

/**
 * Calls each as often as it says, until stopped. Ours and not that of serverless-offline, which begins with the functions: a sweep that
 * strikes while demo data is written seals a day of which half is missing.
 */
export const startSchedule = ({ scheduled, run, onFailed }: Input): { stop: () => void } => {
  const timers = scheduled.map(({ name, everyMs }) =>
    setInterval(() => void run(name).catch(onFailed), everyMs).unref(),
  );
  return { stop: () => timers.forEach(clearInterval) };
};
