import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

const listen = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

/** Whether 127.0.0.1:port can be listened on. */
export const isFree = async (port: number): Promise<boolean> => {
  const server = await listen(port);
  await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  return server !== undefined;
};

/** Below the ports that systems give to outgoing connections: one of those may be taken by any of them before it is listened on. */
const [lowest, highest] = [20_000, 32_000];
const perProcess = 60;

/** The first port of a stretch, listened on for as long as this process lives: so the others are given out by nobody else. */
const holdStretch = async (): Promise<number> => {
  for (;;) {
    const first = lowest + perProcess * randomInt((highest - lowest) / perProcess);
    const server = await listen(first);
    if (server === undefined) continue;
    server.unref();
    return first;
  }
};

let held: Promise<number> | undefined;
let given = 0;

/** A port nobody listens on, and that no other process of ours is given before it is. */
export const freePort = async (): Promise<number> => {
  held ??= holdStretch();
  const first = await held;
  for (;;) {
    const port = first + 1 + (given % (perProcess - 1));
    given += 1;
    if (await isFree(port)) return port;
  }
};
