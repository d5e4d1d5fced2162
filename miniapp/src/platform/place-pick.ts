import { open, routes } from '../routes.ts';
import type { PickedPlace } from './types.ts';

let answer: ((place: PickedPlace | undefined) => void) | undefined;

/** The place page hands its choice, or undefined on leaving, to whoever opened it. A second answer is ignored. */
export const givePlace = (place: PickedPlace | undefined): void => {
  answer?.(place);
  answer = undefined;
};

/** The community's own drawing instead of a map service: in a browser always, in WeChat where the map is refused. */
export const pickOnDrawing = (): Promise<PickedPlace | undefined> => {
  givePlace(undefined);
  return new Promise((resolve) => {
    answer = resolve;
    open(routes.place());
  });
};
