/** What the service says about itself. The entries write lines of JSON; tests bring a list. */
export type Log = {
  info: (message: string, fields?: Record<string, unknown>) => void;
  error: (message: string, fields?: Record<string, unknown>) => void;
};

/** What an error says of itself and of what caused it; of other things it may carry (an item, a request) nothing. */
const errorFields = (cause: unknown): unknown =>
  cause instanceof Error
    ? { name: cause.name, message: cause.message, stack: cause.stack, cause: errorFields(cause.cause) }
    : cause;

const line = (level: 'info' | 'error', message: string, { cause, ...fields }: Record<string, unknown>) =>
  JSON.stringify({ level, at: new Date(), message, ...fields, cause: errorFields(cause) });

/** One line of JSON each, so that nothing that was sent can begin a line of its own; CloudWatch adds the request. */
export const makeLog = (write: Record<'info' | 'error', (line: string) => void>): Log => ({
  info: (message, fields = {}) => write.info(line('info', message, fields)),
  error: (message, fields = {}) => write.error(line('error', message, fields)),
});
