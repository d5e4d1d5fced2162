/** What the service says about itself. The entries write lines of JSON; tests bring a list. */
export type Log = {
  info: (message: string, fields?: Record<string, unknown>) => void;
  error: (message: string, fields?: Record<string, unknown>) => void;
};
