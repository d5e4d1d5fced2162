import * as z from 'zod/mini';
import type { Send } from '../api/send.ts';
import { remembered } from '../state/remembered.ts';

/** H5 only: the people who may be played in a browser. They live in the stand-in for WeChat, not in the service. */
const Persona = z.object({ id: z.string(), name: z.string(), about: z.string() });
export type Persona = z.output<typeof Persona>;

export const chosenPersona = remembered('persona', z.string().check(z.minLength(1)));

export const listPersonas = async (send: Send): Promise<Persona[]> => {
  const { data } = await send({ method: 'GET', url: '/demo/personas' });
  return z.parse(z.object({ items: z.array(Persona) }), data).items;
};
