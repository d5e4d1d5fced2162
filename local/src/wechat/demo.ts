import * as z from 'zod/mini';
import type { Call, Deps } from './deps.ts';
import type { Faults } from './faults.ts';
import { allowMessage } from './messages.ts';
import { openidOf } from './personas.ts';
import { issueCode } from './sign-in.ts';

/** What a demo path answers when it is used wrongly; the phone's side of WeChat has no errcodes of its own. */
export class DemoError extends Error {}

const parse = <S extends z.core.$ZodType>(schema: S, body: unknown): z.output<S> => {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  throw new DemoError(z.prettifyError(parsed.error));
};

const demandPersona = ({ personas }: Deps, id: string) => {
  if (!personas.some((persona) => persona.id === id)) throw new DemoError(`no persona ${id}`);
};

const Login = z.object({ persona: z.string() });
const Subscribe = z.object({
  persona: z.string(),
  templates: z.array(z.string()).check(z.minLength(1), z.maxLength(5)),
});
const Fault = z.object({
  api: z.string(),
  behaviour: z.union([z.enum(['ok', 'busy', 'down', 'slow']), z.int()]),
  delayMs: z.optional(z.int()),
  times: z.optional(z.int()),
});

/** The phone and its owner: what a person does in WeChat's own dialogs, and what a test does to WeChat. */
export const makeDemo = (deps: Deps, faults: Faults) => ({
  'GET /demo/personas': () => ({ items: deps.personas }),

  /** `wx.login`. */
  'POST /demo/login': ({ body }: Call) => {
    const { persona } = parse(Login, body);
    demandPersona(deps, persona);
    return { code: issueCode(deps, persona) };
  },

  /** `wx.requestSubscribeMessage`, every question answered with 允许. Templates by the product's name or WeChat's id. */
  'POST /demo/subscribe': ({ body }: Call) => {
    const { persona, templates } = parse(Subscribe, body);
    demandPersona(deps, persona);
    const accepted = templates.filter((wanted) => {
      const template = deps.templates.find(({ id, name }) => id === wanted || name === wanted);
      if (template !== undefined) allowMessage(deps, persona, template.id);
      return template !== undefined;
    });
    return { accepted };
  },

  /** What arrived on the phone, newest last, by `openid` or `persona`. */
  'GET /demo/messages': ({ query }: Call) => {
    const persona = query.get('persona');
    const openid = persona === null ? query.get('openid') : openidOf(persona, deps.appId);
    return { items: deps.state.messages.filter((message) => message.openid === openid) };
  },

  'POST /demo/faults': ({ body }: Call) => {
    const fault = parse(Fault, body);
    faults.set(fault);
    return { ok: true };
  },
});
