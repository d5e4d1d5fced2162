import { makeJoining } from './joining.ts';
import { makeReading } from './reading.ts';
import { makeReporting } from './reporting.ts';
import { makeReview } from './review.ts';
import { makeSteps } from './steps.ts';

type Deps = Parameters<typeof makeReading>[0] &
  Omit<Parameters<typeof makeReporting>[0] & Parameters<typeof makeSteps>[0], 'reading'> &
  Omit<Parameters<typeof makeReview>[0] & Parameters<typeof makeJoining>[0], 'reading'>;

/** Everything that a person does with tickets but for looking through lists. */
export const makeTicketService = (deps: Deps) => {
  const reading = makeReading(deps);
  return {
    get: reading.get,
    ...makeReporting({ ...deps, reading }),
    ...makeSteps({ ...deps, reading }),
    ...makeJoining({ ...deps, reading }),
    review: makeReview({ ...deps, reading }),
  };
};

export type TicketService = ReturnType<typeof makeTicketService>;
