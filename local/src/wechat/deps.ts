import type { Persona } from './personas.ts';
import type { Push } from './push.ts';
import type { State } from './state.ts';

export type Template = {
  /** The name the product knows it by. */
  name: string;
  /** What stands in the mini-program's console. */
  id: string;
  /** Keys of its data, such as `thing1`; the letters before the number are the kind of the field. */
  fields: readonly string[];
};

/** What every API of the stand-in works on. */
export type Deps = {
  appId: string;
  appSecret: string;
  personas: readonly Persona[];
  templates: readonly Template[];
  signInsPerMinute: number;
  state: State;
  save: () => void;
  /** Milliseconds. */
  now: () => number;
  push: Push;
};

/** One call of an API: the query, and the body parsed from JSON. */
export type Call = { query: URLSearchParams; body: unknown };
