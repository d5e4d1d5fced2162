import { beforeAll, describe, expect, test } from 'vitest';
import { type Column, columns } from './actors.ts';
import { pathsIn, pathsOf } from './bodies.ts';
import { ask, type Name, names, routeOf } from './door.ts';
import { fields, personalKeys } from './fields.ts';
import { forgedTokens, honestToken } from './forged.ts';
import { answers } from './matrix.ts';
import { isKeptOfRefusal } from './refusals.ts';
import { groups, rows } from './rows.ts';
import { marksOf } from './secrets.ts';
import { makeWorld, type World } from './world.ts';

let world: World;
let marks: ReturnType<typeof marksOf>;
beforeAll(async () => {
  world = await makeWorld();
  marks = marksOf(world);
});

/** What the whole matrix has shown to whom. */
const shown = new Map<string, Set<Column>>();
const show = (what: string, column: Column) => shown.set(what, (shown.get(what) ?? new Set()).add(column));

const codeOf = (raw: string): string => (JSON.parse(raw) as { error?: { code?: string } }).error?.code ?? '';

/** What looking may write: that somebody looked. */
const looks = ['people/access-log-store', 'votes/log-store'];

describe.each(groups)('%s', (_, group) => {
  test.each(group)('%s %s', { timeout: 60_000 }, async (name, __, asked, expected) => {
    const wanted = [...expected.replaceAll(' ', '')];
    expect(wanted).toHaveLength(columns.length);
    const wrong: string[] = [];
    for (const [at, column] of columns.entries()) {
      const person = column === 'nobody' ? undefined : world.cast[column];
      const asker = { personId: (person ?? world.cast.own).personId, photo: world.photoOf.get(column) ?? '' };
      const { status, raw, type } = await ask(world.service, name, person?.token, asked(world, asker));
      const code = status === 200 ? '' : codeOf(raw);
      const letter = wanted[at] ?? '';
      const { status: right, codes = [code] } = answers[letter] ?? { status: 0 };
      if (status !== right || !codes.includes(code)) wrong.push(`${column} ${letter}: ${status} ${code}`);
      const written = world.checkpoint.restore();
      if (status >= 400 && written.some((file) => !isKeptOfRefusal(name, code, file))) {
        wrong.push(`${column}: ${code}, and yet wrote ${written.join()}`);
      }
      const isReading = status === 200 && routeOf(name).method === 'GET';
      if (isReading && written.some((file) => !looks.includes(file)))
        wrong.push(`${column}: reading wrote ${written.join()}`);
      for (const { name: secret, mark } of marks) if (raw.includes(mark)) show(secret, column);
      if (status === 200 && type.startsWith('application/json')) {
        for (const path of pathsOf(JSON.parse(raw))) show(`${name} ${path}`, column);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const patternOf = (what: string): string =>
  columns.map((column) => (shown.get(what)?.has(column) ? '+' : '.')).join('');

test('每一处埋下的私密内容，该看到的人看到，别人看不到', () => {
  const found = marks.map(({ name }) => `${name} ${patternOf(name)}`);
  expect(found).toEqual(marks.map(({ name, readers }) => `${name} ${readers}`));
});

test('每一个可能写着私人内容的字段，读得到它的人一个不多、一个不少', () => {
  const reading = names.filter((name) => routeOf(name).method === 'GET');
  const there = reading.flatMap((name) =>
    pathsIn(routeOf(name).response)
      .filter((path) => personalKeys.test(path))
      .map((path) => `${name} ${path}`),
  );
  const written = new Map(
    fields.flatMap(([who, paths]) => paths.map((path) => [path, who.replaceAll(' ', '')] as const)),
  );
  const inOrder = (all: Iterable<string>) => [...all].toSorted();
  expect(inOrder(written.keys())).toEqual(inOrder(there));
  const wrong = there.filter((path) => patternOf(path) !== written.get(path));
  expect(wrong.map((path) => `${path} ${patternOf(path)}`)).toEqual([]);
});

test('每一条路由都在表里', () => {
  const listed = new Set(rows.map(([name]) => name));
  expect(names.filter((name) => !listed.has(name))).toEqual([]);
  expect(rows.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([]);
});

test.each(names)('%s：伪造、过期、别处的凭证都不认', async (name: Name) => {
  const now = world.service.now();
  const { personId } = world.cast.staff;
  const [row] = rows.filter(([each]) => each === name);
  const asked = row?.[2](world, { personId, photo: world.photoOf.get('staff') ?? '' }) ?? {};
  for (const [how, { token, code }] of Object.entries(forgedTokens(personId, now))) {
    const { status, raw } = await ask(world.service, name, token, asked);
    expect([how, status, codeOf(raw)]).toEqual([how, 401, code]);
  }
  expect(world.checkpoint.restore()).toEqual([]);
  expect((await ask(world.service, name, honestToken(personId, now), asked)).status).not.toBe(401);
  world.checkpoint.restore();
});

test('没有一次是出错', () => {
  expect(world.service.logged).toEqual([]);
});
