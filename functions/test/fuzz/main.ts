import { parseArgs } from 'node:util';
import { makeWorld } from '../access/world.ts';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const startedAt = performance.now();
const { requests, byStatus, found } = await fuzz(await makeWorld(), { runs, seed });
for (const line of found) console.error(line);
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.info(JSON.stringify({ seed, runs, requests, byStatus, found: found.length, seconds }));
process.exitCode = found.length === 0 ? 0 : 1;
