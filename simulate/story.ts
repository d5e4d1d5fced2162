import type { Person, Service } from '../functions/test/service.ts';
import type { Dice } from './dice.ts';
import type { Phone } from './phone.ts';
import type { World } from './world.ts';

/** `isFirst`: may set the clock; whoever comes after lives at the hour that the first one set. */
type Stage = { service: Service; dice: Dice; verdict: World['verdict']; isFirst: boolean };

/** What somebody does on a phone, beside all the others. */
type Part = { person: Person; name: string; plays: (phone: Phone) => Promise<void> };

type Scene = {
  parts: readonly Part[];
  /** All that is wrong when everything has come to rest; empty when nothing is. */
  broken: (world: World) => Promise<string[]>;
};

/** A dense piece of one engine's life: sets the scene while nothing can happen yet, and says who does what and what must hold in the end. */
export type Story = (stage: Stage) => Promise<Scene>;

export const countOf = <T>(items: readonly T[], isWanted: (item: T) => boolean): number =>
  items.filter(isWanted).length;
