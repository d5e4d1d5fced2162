import { createInterface } from 'node:readline';

/**
 * A process of its own, started by child.ts and told by it which processes live: `+pid`, `-pid`, a line each. When the telling ends,
 * because whoever told is gone, be it by `kill -9`, it ends those that are left.
 */
const left = new Set<number>();
for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) left.add(pid);
  else left.delete(pid);
}

const end = (signal: NodeJS.Signals) => {
  for (const pid of left) {
    try {
      process.kill(pid, signal);
    } catch {
      left.delete(pid);
    }
  }
};
end('SIGTERM');
if (left.size > 0) setTimeout(() => end('SIGKILL'), 5000);
