import { parseArgs } from 'node:util';
import { faultKinds } from './faults.ts';
import { type Run, runSeed } from './run.ts';
import { shrunk } from './shrink.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];

const told = async (run: Run): Promise<void> => {
  console.error(`seed ${run.seed} breaks:\n  ${run.broken.join('\n  ')}`);
  if (values.quick) return;
  const { faults, broken } = await shrunk(run);
  console.error(`with ${faults.length} of its ${run.faults.length} faults it still breaks: ${broken[0]}`);
  for (const { nth, kind, actor, call } of faults) console.error(`  ${nth}. ${kind} at ${call} of ${actor}`);
};

const begun = performance.now();
let [steps, broken] = [0, 0];
const happened = new Map<string, number>(faultKinds.map((kind) => [kind, 0]));
for (let seed = from; seed < from + seeds; seed += 1) {
  const run = await runSeed(seed);
  steps += run.steps;
  for (const { kind } of run.faults) happened.set(kind, (happened.get(kind) ?? 0) + 1);
  if (run.broken.length === 0) continue;
  broken += 1;
  await told(run);
  if (values.quick) break;
}
const minutes = (performance.now() - begun) / 60_000;
console.log(
  `${seeds} seeds from ${from}, ${steps} steps, ${broken} broken, ${Math.round(seeds / minutes)} seeds a minute`,
);
console.log([...happened].map(([kind, times]) => `${kind} ${times}`).join(', '));
process.exitCode = broken > 0 ? 1 : 0;
