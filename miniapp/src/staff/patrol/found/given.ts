import type { PatrolId } from '@suishoupai/shared/ids';

type Given = { patrolId: PatrolId; item: string; text: string; place: string };

let given: Given | undefined;

/** The words of an item, handed to the page that makes a ticket of it: WeChat gives queries back encoded, a browser does not. */
export const giveItem = (item: Given): void => {
  given = item;
};

export const givenItem = (patrolId: PatrolId, item: string): Pick<Given, 'text' | 'place'> =>
  given?.patrolId === patrolId && given.item === item ? given : { text: '', place: '' };
