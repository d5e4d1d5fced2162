import { parseArgs } from 'node:util';
import { runMany } from './many.ts';
import { runSeed } from './run.ts';
import { shrunk } from './shrink.ts';
import { type StoryName, storyNames } from './stories.ts';
import { missing, summed, told } from './summary.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    /** Only what this story tells, whatever the seed would pick. */
    story: { type: 'string' },
    processes: { type: 'string', default: '2' },
    /** Says how everything that phones asked for ended. */
    ends: { type: 'boolean', default: false },
    /** Ends at the first seed that breaks, and does not look for which faults it needs. */
    quick: { type: 'boolean', default: false },
  },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
const processes = Number(values.processes);
if (!(processes >= 1 && processes <= 64)) throw new RangeError('--processes: from 1 to 64');
const only = storyNames.filter((name) => name === values.story);

/** Whoever reads more than these reads the run itself. */
const mostFaults = 25;

const explain = async (seed: number, names: StoryName[] | undefined): Promise<void> => {
  const { faults, broken } = await shrunk(await runSeed(seed, new Set(), names));
  console.error(`with ${faults.length} of its faults seed ${seed} still breaks: ${broken[0]}`);
  for (const { nth, kind, actor, call } of faults.slice(0, mostFaults))
    console.error(`  ${nth}. ${kind} at ${call} of ${actor}`);
};

const begun = performance.now();
const runs = await runMany({
  ...{ from, seeds, only: only[0], processes, endsAtFirst: values.quick },
  onRun: ({ seed, stories, broken: said }) => {
    if (said.length > 0) console.error(`seed ${seed} breaks (${stories}):\n  ${said.join('\n  ')}`);
  },
});
const summary = summed(runs, performance.now() - begun);
console.log(told(summary));
if (values.ends) for (const [name, times] of Object.entries(summary.ended).toSorted()) console.log(`${name} ${times}`);
const broken = runs.filter((run) => run.broken.length > 0);
if (!values.quick) for (const { seed } of broken.slice(0, 3)) await explain(seed, only.length > 0 ? only : undefined);
const never = only.length > 0 ? [] : missing(summary);
if (never.length > 0) console.error(`never happened: ${never.join(', ')}`);
process.exitCode = broken.length > 0 || never.length > 0 ? 1 : 0;
