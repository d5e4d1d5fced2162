import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Whether 127.0.0.1:port can be listened on. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Below the ports that systems give to outgoing connections: one of those may be taken by any of them before it is listened on. */
const [lowest, highest] = [20_000, 32_000];

/** A port nobody listens on at this moment. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
};
