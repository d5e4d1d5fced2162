import { setTimeout as wait } from 'node:timers/promises';
import { errorAnswer, messageOf } from './answer.ts';

export type Fault = {
  /** Path of the API without the leading slash: `sns/jscode2session`. */
  api: string;
  /** `busy`: errcode -1; `down`: the connection is cut; `slow`: the answer comes after `delayMs`; a number: that errcode. */
  behaviour: 'ok' | 'busy' | 'down' | 'slow' | number;
  delayMs?: number | undefined;
  /** How many calls it lasts; for good when absent. */
  times?: number | undefined;
};

const defaultDelayMs = 8000;

export const makeFaults = () => {
  const faults = new Map<string, Fault>();
  return {
    set: (fault: Fault): void => {
      if (fault.behaviour === 'ok') faults.delete(fault.api);
      else faults.set(fault.api, { ...fault });
    },
    /** Undefined: nothing is wrong, go on. `cut`: hang up. Otherwise the answer. */
    meet: async (api: string): Promise<'cut' | object | undefined> => {
      const fault = faults.get(api);
      if (fault === undefined) return undefined;
      if (fault.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) faults.delete(api);
      }
      switch (fault.behaviour) {
        case 'down':
          return 'cut';
        case 'slow':
          await wait(fault.delayMs ?? defaultDelayMs);
          return undefined;
        case 'busy':
          return errorAnswer(-1, messageOf(-1));
        case 'ok':
          return undefined;
        default:
          return errorAnswer(fault.behaviour, messageOf(fault.behaviour));
      }
    },
  };
};

export type Faults = ReturnType<typeof makeFaults>;
