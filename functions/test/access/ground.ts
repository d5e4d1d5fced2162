import type { Service } from '../service.ts';
import type { Cast } from './actors.ts';
import type { Do } from './door.ts';

/** What all the things of the world stand on: the service, how to ask it, who is there, and who is bound to which flat. */
export type Ground = {
  service: Service;
  act: Do;
  cast: Cast;
  claims: Record<'ours' | 'mates' | 'far' | 'waiting', string>;
};
