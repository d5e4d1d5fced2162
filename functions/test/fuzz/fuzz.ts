import { errorTable } from '@suishoupai/shared/contract/error-table';
import * as fc from 'fast-check';
import { type Column, columns } from '../access/actors.ts';
import { routeOf } from '../access/door.ts';
import type { Row } from '../access/matrix.ts';
import { isKeptOfRefusal } from '../access/refusals.ts';
import { rows } from '../access/rows.ts';
import { marksOf } from '../access/secrets.ts';
import type { World } from '../access/world.ts';
import { type Mangling, mangling, tooMuch } from './mangling.ts';

export type Fuzzed = { requests: number; byStatus: Record<string, number>; found: string[] };
/** `runs`: for each line. `hugeEach`: of so many lines one gets ten megabytes besides. */
type Given = { seed: number; runs: number; hugeEach?: number };

/** Long past anything that is only slow. */
const hangsAfterMs = 20_000;

const inTime = async <T>(answer: Promise<T>): Promise<T | 'hangs'> => {
  let watch: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'hangs'>((resolve) => {
    watch = setTimeout(() => resolve('hangs'), hangsAfterMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(watch);
  }
};

const codeOf = (raw: string): string | undefined => {
  try {
    const { error } = JSON.parse(raw) as { error?: { code?: string; message?: string } };
    return error?.code !== undefined && error.code in errorTable ? error.code : undefined;
  } catch {
    return undefined;
  }
};

/** Whoever may do it asks most; the others ask too. */
const askersOf = ([, , , answers]: Row): fc.Arbitrary<Column> => {
  const letters = answers.replaceAll(' ', '');
  const welcome = columns.filter((_, at) => letters[at] === '+' || letters[at] === 'X');
  const anybody = fc.constantFrom(...columns);
  return welcome.length === 0
    ? anybody
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...welcome) }, { weight: 1, arbitrary: anybody });
};

/**
 * Mangled requests to every line of the matrix, the same for the same seed. Wrong are: a failure of the service, an answer that does not come, a
 * refusal that has written, a refusal that is none of the contract's, a secret for the wrong reader.
 */
export const fuzz = async (
  world: World,
  { seed, runs, hugeEach = 1 }: Given,
  of: readonly Row[] = rows,
): Promise<Fuzzed> => {
  const { service, checkpoint, cast, photoOf } = world;
  const marks = marksOf(world);
  const byStatus: Record<string, number> = {};
  const found: string[] = [];
  let requests = 0;

  const ask = async ([name, about, asked]: Row, column: Column, { how, mangle }: Mangling): Promise<void> => {
    const person = column === 'nobody' ? undefined : cast[column];
    const honest = asked(world, { personId: (person ?? cast.own).personId, photo: photoOf.get(column) ?? '' });
    const { url, ...init } = mangle(honest, person?.token);
    const wrong = (what: string) => found.push(`${name} (${about}) as ${column}, ${how}: ${what}`);
    requests += 1;
    const logged = service.logged.length;
    const answered = async () => {
      const got = await service.fetch(url, init);
      return { status: got.status, raw: await got.text() };
    };
    const answer = await inTime(answered());
    if (answer === 'hangs') {
      wrong('no answer');
      return;
    }
    const { status, raw } = answer;
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    const written = checkpoint.restore();
    if (status >= 500 || service.logged.length > logged)
      wrong(`${status} ${raw.slice(0, 200)} ${service.logged.slice(logged).join(' ').slice(0, 600)}`);
    const code = codeOf(raw);
    if (status >= 400 && init.method !== 'HEAD') {
      if (code === undefined) wrong(`${status}, not as the contract has it: ${raw.slice(0, 200)}`);
      else if (written.some((file) => !isKeptOfRefusal(name, code, file)))
        wrong(`${status} ${code} wrote ${written.join()}`);
    }
    const at = columns.indexOf(column);
    for (const { name: secret, mark, readers } of marks) {
      if (
        raw.includes(mark) &&
        readers[at] !== '+' &&
        !String(init.body ?? '').includes(mark) &&
        !url.includes(encodeURIComponent(mark))
      ) {
        wrong(`reads ${secret}`);
      }
    }
  };

  for (const [at, row] of of.entries()) {
    const [name, , asked] = row;
    const route = routeOf(name);
    const base = asked(world, { personId: cast.own.personId, photo: photoOf.get('own') ?? '' });
    const cases = fc.sample(fc.tuple(askersOf(row), mangling(route, base)), {
      seed: seed + at,
      numRuns: runs,
    });
    for (const [column, mangled] of cases) await ask(row, column, mangled);
    if (at % hugeEach === 0) await ask(row, 'staff', tooMuch(route));
  }
  return { requests, byStatus, found };
};
