import { expect, test, vi } from 'vitest';

/** As another process has it: nothing of what this one remembers. */
const another = async () => {
  vi.resetModules();
  return (await import('./free-port.ts')).freePort;
};

test('no two processes are given the same port, though nobody listens on it yet', async () => {
  const ports: number[] = [];
  // So many that two of them would meet if a port were only thrown for.
  for (let i = 0; i < 100; i++) {
    const freePort = await another();
    ports.push(await freePort(), await freePort());
  }

  expect(new Set(ports).size).toBe(200);
});
