import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

const Message = z.object({
  openid: z.string(),
  templateId: z.string(),
  page: z.optional(z.string()),
  data: z.record(z.string(), z.object({ value: z.string() })),
  at: z.string(),
});
export type Message = z.output<typeof Message>;

const State = z.object({
  codes: z.record(z.string(), z.object({ persona: z.string(), issuedAt: z.number(), isUsed: z.boolean() })),
  /** Time in ms of each recent sign-in by openid. */
  signIns: z.record(z.string(), z.array(z.number())),
  /** Time in ms of the last visit by openid. */
  visits: z.record(z.string(), z.number()),
  /** Newest last; the one before it is good for five minutes more. */
  tokens: z.array(z.object({ token: z.string(), expiresAt: z.number(), endsAt: z.number() })),
  forcedRefreshes: z.array(z.number()),
  /** Messages a person still allows, by `openid|templateId`. */
  quotas: z.record(z.string(), z.int()),
  messages: z.array(Message),
});
export type State = z.output<typeof State>;

const empty = (): State => ({
  codes: {},
  signIns: {},
  visits: {},
  tokens: [],
  forcedRefreshes: [],
  quotas: {},
  messages: [],
});

const savedWithinMs = 200;

/**
 * What WeChat remembers; with a file it does so across restarts. `save` after each change: the file follows a moment later, several
 * changes at once; `close` does not wait for that moment, and nothing is written after it.
 */
export const openState = (file: string | undefined) => {
  const state: State =
    file !== undefined && existsSync(file) ? z.parse(State, JSON.parse(readFileSync(file, 'utf8'))) : empty();
  let due: NodeJS.Timeout | undefined;
  let isClosed = false;
  const write = () => {
    due = undefined;
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  };
  return {
    state,
    save: (): void => {
      if (!isClosed) due ??= setTimeout(write, savedWithinMs).unref();
    },
    close: (): void => {
      isClosed = true;
      if (due === undefined) return;
      clearTimeout(due);
      write();
    },
  };
};
