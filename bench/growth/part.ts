import { type Entry, recorded } from '../capacity/recorder.ts';
import { startTables } from '../capacity/tables.ts';
import { figure, type Measured, type Part, table } from '../part.ts';
import { fill, originalOf } from './filling.ts';
import { type MakeScene, scenes } from './scenes.ts';

/** What an act took when there were so many. */
type Taken = { write: number; read: number; follows: { write: number; read: number } };
type Line = { of: string; most: number; act: string; taken: Taken[] };

const takenOf = ({ units, follows }: Entry): Taken => ({
  write: units.write + units.indexWrite,
  read: units.read + units.indexRead,
  follows: { write: follows.write + follows.indexWrite, read: follows.read + follows.indexRead },
});

const [few, page, quickMost] = [10, 1000, 3000];

const measure = async (make: MakeScene, isQuick: boolean): Promise<Line[]> => {
  const tables = await startTables();
  try {
    const { service, entries } = await recorded(tables);
    const { of, most, prototypes, acts } = await make(service);
    const largest = isQuick ? quickMost : most;
    const lines = Object.keys(acts).map((act): Line => ({ of, most: largest, act, taken: [] }));
    const originals = await Promise.all(
      prototypes.map(async (prototype) => ({ prototype, original: await originalOf(tables, prototype) })),
    );
    let filled = 0;
    for (const size of [few, page, largest]) {
      for (const each of originals) await fill(tables, { ...each, from: filled, to: size });
      filled = size;
      for (const line of lines) {
        const known = entries.length;
        await acts[line.act]?.();
        // What an act needs before it, and its repeat, stand beside it: the last of its first calls is the act itself.
        const last = entries.slice(known).findLast(({ kind }) => kind === 'first');
        if (last === undefined) throw new Error(`${line.act} asked for nothing`);
        line.taken.push(takenOf(last));
      }
    }
    return lines;
  } finally {
    await tables.stop();
  }
};

/** Acts whose work grows, and why that is borne. */
const borne: Partial<Record<string, string>> = {
  'join a ticket':
    'the neighbours of a ticket are counted anew from their own items, half a unit for ten, so that a record that comes twice changes nothing. ' +
    'In a batch of the stream each ticket is counted once, so a ticket that everybody joins is counted for every 25th neighbour.',
};

/** From a full page on more of the same must cost nothing. */
const grows = (taken: readonly number[]): boolean => (taken.at(-1) ?? 0) > (taken.at(-2) ?? 0);
const ratio = (taken: readonly number[]): string => {
  const [last = 0, before = 0] = [taken.at(-1), taken.at(-2)];
  return before === 0 ? (last === 0 ? '1' : 'from 0') : figure(last / before, 2);
};

/** The same act among ten, a thousand and a hundred thousand of its kind. */
export const growthPart: Part = {
  title: 'Work does not grow',
  measure: async ({ isQuick }): Promise<Measured> => {
    const lines: Line[] = [];
    for (const make of scenes) lines.push(...(await measure(make, isQuick)));
    const rows = lines.flatMap(({ of, most, act, taken }) => {
      const own = taken.map(({ write, read }) => write + read);
      const after = taken.map(({ follows }) => follows.write + follows.read);
      const show = ({ write, read }: { write: number; read: number }) => `${figure(write)} + ${figure(read)}`;
      return [
        {
          of,
          act,
          cells: [
            ...[act, of, most.toLocaleString('en')],
            ...[...taken.map(show), ratio(own)],
            ...[...taken.map(({ follows }) => show(follows)), ratio(after)],
          ],
          isGrowing: grows(own) || grows(after),
        },
      ];
    });
    const sizes = [String(few), page.toLocaleString('en'), 'the most'];
    const head = [
      ...['act', 'among', 'the most'],
      ...[...sizes.map((size) => `at ${size}`), 'ratio'],
      ...[...sizes.map((size) => `afterwards at ${size}`), 'ratio'],
    ];
    return {
      text: [
        `Write + read units, with indexes, of the same act among ${few}, ${page} and the most items of its kind; *afterwards* is what the consumers of streams take for it. ` +
          'Ratios are of the last to the one before: a list of ten is not a full page, so it may be cheaper.',
        table(
          head,
          rows.map(({ cells }) => cells),
        ),
        ...rows
          .filter(({ act, isGrowing }) => isGrowing && borne[act] !== undefined)
          .map(({ act }) => `Grows: **${act}**: ${borne[act]}`),
      ].join('\n\n'),
      faults: rows
        .filter(({ act, isGrowing }) => isGrowing && borne[act] === undefined)
        .map(({ act, cells }) => `${act} takes more among more: ${cells.slice(2).join(' | ')}`),
    };
  },
};
