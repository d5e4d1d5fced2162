import type { PickedPlace } from './types.ts';

let answer: ((place: PickedPlace | undefined) => void) | undefined;

/** The H5 place page hands its choice, or undefined on leaving, to whoever opened it. A second answer is ignored. */
export const givePlace = (place: PickedPlace | undefined): void => {
  answer?.(place);
  answer = undefined;
};

export const awaitPlace = (): Promise<PickedPlace | undefined> => {
  givePlace(undefined);
  return new Promise((resolve) => {
    answer = resolve;
  });
};
