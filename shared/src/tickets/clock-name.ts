import * as z from 'zod/mini';

/**
 * The clocks of a ticket. `respond`, `resolve` and the stages before it start at the first dispatch and are never set back (首接负责);
 * the others belong to one stay: filing, dispatching again, settling a dispute, taking it up after a return, checking, working once more,
 * the reporter's answer, the review of what is parked. `task:…`: a supporting department's own.
 */
export const ClockName = z
  .string()
  .check(
    z.regex(
      /^(file|dispatch|settle|respond|accept|resolve|stage[0-3]|check|redo|answer|review|task:dep_[a-z0-9]{1,24})$/,
    ),
  );
export type ClockName = z.output<typeof ClockName>;
