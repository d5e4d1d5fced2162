import type { Step } from '@suishoupai/shared/tickets/transitions';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDutyLine, anActionId, lampCode, unlistedCode } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Person, Service } from '../../test/service.ts';
import type { Ticket } from './record.ts';
import { ticketLists } from './store.ts';
import {
  type Actor,
  apply,
  chosen,
  departments,
  deskOf,
  forbidden,
  helpersOf,
  isOver,
  type Model,
  type Move,
  makesStale,
  newModel,
  type Origin,
  openMoves,
  origins,
  refusalOf,
} from './walk.model.ts';

const hourMs = 3_600_000;
const secret = '业主的门禁密码';
const placeLabel = '3 栋东门';
const desks = [...departments, 'community', 'street', 'grd_01'];

/** The service with one ticket in it, and what is seen of it from all sides. */
type World = {
  service: Service;
  on: Journey;
  people: Record<Actor, Person>;
  /** The ticket that walks, and the one that it may be merged into. */
  id: Ticket['id'];
  target: Ticket['id'];
  /** The trace as last seen: it only ever grows. */
  trace: Ticket['events'];
};

const openWorld = async (makeService: () => Promise<Service>, origin: Origin): Promise<World> => {
  const service = await makeService();
  const on = await makeJourney(service);
  const people = { ...on.cast, qi: await service.signIn('qi') };
  const target = await on.report({ description: '待审' }, people.zhao);
  if (origin === 'onTheSpot') await on.relist([aDutyLine({ filing: 'onTheSpot' })]);
  const { id } =
    origin === 'phone'
      ? await on.enter(people.liu)
      : await on.report({ categoryCode: origin === 'unlisted' ? unlistedCode : lampCode });
  return { service, on, people, id, target: target.id, trace: (await on.stored(id)).events };
};

/** What the step's body holds for this move. */
const bodyOf = ({ people, target }: World, { actor, step, department, stars }: Move): object => {
  switch (step) {
    case 'dispatch':
    case 'excuse':
      return { departmentId: department };
    case 'joint':
      return {
        departmentId: department,
        supporting: helpersOf(department).map((departmentId) => ({ departmentId, task: '协办' })),
      };
    case 'merge':
      return { ticketId: target };
    case 'handOver':
      return { personId: people[actor].personId, note: secret };
    case 'remark':
    case 'callBack':
      return { note: secret };
    case 'rate':
      return { stars };
    default:
      return {};
  }
};
const make = (world: World, move: Move, version: number, given: object = {}) =>
  world.on.tryStep(
    world.people[move.actor],
    move.step,
    { id: world.id, version },
    { ...bodyOf(world, move), ...given },
  );

const far = (service: Service) => new Date(service.now().getTime() + 30 * 24 * hourMs).toISOString().slice(0, 10);

/** Each new line of the trace must be a move that the model allows at that point; the model then follows it. */
const followTrace = (model: Model, world: World, stored: Ticket, moves: readonly Move[]): void => {
  expect(stored.events.slice(0, world.trace.length)).toEqual(world.trace);
  for (const { step, actor } of stored.events.slice(world.trace.length)) {
    if (step === 'report') throw new Error('reported twice');
    if (actor.relation === 'system') {
      const isMark = ['warning', 'overdue', 'escalation'].includes(step);
      const isInOrder =
        (isMark && !isOver(model)) ||
        (step === 'answerTimeout' && model.state === 'waiting') ||
        (step === 'dispatch' && model.state === 'filed');
      expect({ step, state: model.state, isInOrder }).toMatchObject({ isInOrder: true });
      apply(model, step, undefined);
      continue;
    }
    const move = moves.find((each) => each.step === step && world.people[each.actor].personId === actor.personId);
    if (move === undefined) throw new Error(`${step} was taken by nobody`);
    expect({ step, refusal: refusalOf(model, move) }).toEqual({ step, refusal: undefined });
    apply(model, step, move);
  }
  world.trace = stored.events;
};

const firstDispatch = ({ events }: Ticket) => events.find(({ step }) => step === 'dispatch' || step === 'joint')?.at;

const checkClocks = (stored: Ticket) => {
  const begun = firstDispatch(stored);
  for (const name of ['respond', 'resolve']) {
    expect(stored.clocks.find((clock) => clock.name === name)?.startedAt).toBe(begun);
  }
  const isHeldUp = ['waiting', 'parked', 'merged'].includes(stored.state);
  const paused = stored.clocks.filter(({ pausedAt, stoppedAt }) => pausedAt !== undefined && stoppedAt === undefined);
  if (!isHeldUp) expect(paused).toEqual([]);
  expect(new Set(stored.clocks.map(({ name }) => name)).size).toBe(stored.clocks.length);
};

const checkDesks = async (model: Model, { service, id }: World) => {
  const { tickets } = service.stores;
  for (const desk of desks) {
    const { items } = await tickets.list(ticketLists.desk('xfl', desk));
    const mine = items.filter((card) => card.id === id);
    const hasTask =
      !isOver(model) && [...model.tasks].some(([department, state]) => department === desk && state === 'open');
    const lies = {
      own: mine.some(({ task }) => task === undefined),
      task: mine.some(({ task }) => task !== undefined),
    };
    expect({ desk, ...lies }).toEqual({ desk, own: deskOf(model) === desk, task: hasTask });
  }
  const running = await tickets.list(ticketLists.running('xfl'));
  expect(running.items.some((card) => card.id === id)).toBe(!isOver(model));
};

const checkSecrets = async (model: Model, { on, people, id }: World) => {
  const joiner = [...model.joined][0];
  const outsiders = [people.qi, ...(joiner === undefined ? [] : [people[joiner]])];
  for (const person of outsiders) {
    const seen = JSON.stringify(await on.get(id, person));
    for (const word of [secret, placeLabel, '121.415', people.li.personId, '陈阿姨', '12345678']) {
      expect(seen).not.toContain(word);
    }
  }
};

/** What holds after every command. */
const check = async (model: Model, world: World, moves: readonly Move[] = []): Promise<void> => {
  const stored = await world.on.stored(world.id);
  followTrace(model, world, stored, moves);
  expect({
    state: stored.state,
    version: stored.version,
    returns: stored.returns,
    rectifications: stored.rectifications,
    reopens: stored.reopens,
    lead: stored.department?.id,
    tasks: stored.tasks.map(({ department, state }) => `${department.id} ${state}`).toSorted(),
    joins: stored.joins,
    isExtensionAsked: stored.extension !== undefined,
  }).toEqual({
    state: model.state,
    version: model.version,
    returns: model.returns,
    rectifications: model.rectifications,
    reopens: model.reopens,
    lead: model.lead,
    tasks: [...model.tasks].map(([department, state]) => `${department} ${state}`).toSorted(),
    joins: model.joined.size,
    isExtensionAsked: model.isExtensionAsked,
  });
  expect(stored.version).toBe(stored.events.filter(({ step }) => makesStale(step)).length);
  checkClocks(stored);
  await checkDesks(model, world);
  await checkSecrets(model, world);
  const followers = await world.service.stores.joiners.of(world.target);
  const moved = model.state === 'merged' ? [...model.movedAlong].filter((actor) => actor !== 'zhao') : [];
  expect(followers.toSorted()).toEqual(moved.map((actor) => world.people[actor].personId).toSorted());
};

type Walk = fc.AsyncCommand<Model, World>;

/** Somebody does something at the version they see. Refused, it changes nothing; repeated, it is done once. */
const takes = (move: Move, isRepeated = false): Walk => ({
  check: () => true,
  run: async (model, world) => {
    const expected = refusalOf(model, move);
    const before = await world.on.stored(world.id);
    const given = { id: anActionId(), ...(move.step === 'park' ? { day: far(world.service) } : {}) };
    const answer = await make(world, move, model.version, given);
    expect({ ...move, answer: answer.status === 200 ? undefined : answer.error.code }).toEqual({
      ...move,
      answer: expected,
    });
    const after = await world.on.stored(world.id);
    if (expected !== undefined) {
      expect(after).toEqual(before);
      return;
    }
    if (isRepeated && move.step !== 'resolve') {
      expect((await make(world, move, model.version, given)).status).toBe(200);
      expect(await world.on.stored(world.id)).toEqual(after);
    }
    await check(model, world, [move]);
  },
  toString: () => `${move.actor} ${move.step} ${move.department} ${move.stars}${isRepeated ? ' twice' : ''}`,
});

/** The `pick`th of what may be done now. */
const goesOn = (pick: number, given: Pick<Move, 'department' | 'stars'>, isRepeated: boolean): Walk => ({
  check: (model) => openMoves(model, given).some(({ step }) => makesStale(step)),
  run: async (model, world) => {
    const move = chosen(openMoves(model, given), pick);
    if (move !== undefined) await takes(move, isRepeated).run(model, world);
  },
  toString: () => `open[${pick}] ${given.department} ${given.stars}${isRepeated ? ' twice' : ''}`,
});

/** The `pick`th of what is refused now. */
const isRefused = (pick: number, given: Pick<Move, 'department' | 'stars'>): Walk => ({
  check: () => true,
  run: async (model, world) => {
    const move = forbidden(model, given, pick);
    if (move !== undefined) await takes(move).run(model, world);
  },
  toString: () => `refused[${pick}] ${given.department} ${given.stars}`,
});

/** From a page that has become stale. */
const comesLate = (pick: number, given: Pick<Move, 'department' | 'stars'>): Walk => ({
  check: (model) => model.version > 1 && openMoves(model, given).some(({ step }) => makesStale(step)),
  run: async (model, world) => {
    const moves = openMoves(model, given).filter(({ step }) => makesStale(step));
    const move = chosen(moves, pick);
    if (move === undefined) return;
    const before = await world.on.stored(world.id);
    expect((await make(world, move, model.version - 1)).error.code).toBe('ticket.changed');
    expect(await world.on.stored(world.id)).toEqual(before);
  },
  toString: () => `late[${pick}] ${given.department} ${given.stars}`,
});

/** Two people from the same page: of two steps one wins, and the other is told; what leaves the page valid may follow. */
const twoAtOnce = (picks: [number, number], given: Pick<Move, 'department' | 'stars'>): Walk => ({
  check: (model) => openMoves(model, given).length > 1,
  run: async (model, world) => {
    const moves = openMoves(model, given);
    const [first, second] = [chosen(moves, picks[0]), chosen(moves, picks[1])];
    if (first === undefined || second === undefined || first === second) return;
    const day = far(world.service);
    const both = [first, second];
    const go = (move: Move) => () => make(world, move, model.version, move.step === 'park' ? { day } : {});
    const answers = await world.on.atOnce(go(first), go(second));
    const linesBefore = world.trace.length;
    await check(model, world, both);
    const told = both.map((move, i) => ({ ...move, status: answers[i]?.status, code: answers[i]?.error.code }));
    const done = told.filter(({ status }) => status === 200);
    const changing = both.filter(({ step }) => makesStale(step)).length;
    const winners = done.filter(({ step }) => makesStale(step)).length;
    const lines = world.trace.slice(linesBefore).filter(({ actor }) => actor.relation !== 'system').length;
    const isFair = done.length > 0 && done.length === lines && winners <= 1 && (changing < 2 || winners === 1);
    expect({ told, isFair }).toEqual({ told, isFair: true });
    for (const [i, move] of both.entries()) {
      const answer = answers[i];
      if (answer !== undefined && answer.status !== 200) {
        // What leaves the page valid is tried again behind the other, and fails only by the rules.
        const codes = [...(changing === 2 ? ['ticket.changed'] : []), refusalOf(model, move)];
        expect(codes).toContain(answer.error.code);
      }
    }
  },
  toString: () => `both[${picks}] ${given.department} ${given.stars}`,
});

const joins = (actor: 'wang' | 'zhao' | 'li'): Walk => ({
  check: () => true,
  run: async (model, world) => {
    const isOwn = actor === 'li' && model.origin !== 'phone';
    const isRefused = isOwn || (isOver(model) && !model.joined.has(actor));
    const { status, error } = await world.on.join(world.people[actor], world.id);
    expect(status === 200 ? undefined : error.code).toBe(isRefused ? 'ticket.stepNotAllowed' : undefined);
    if (!isRefused) model.joined.add(actor);
    await check(model, world);
  },
  toString: () => `${actor} joins`,
});

const leaves = (actor: 'wang' | 'zhao'): Walk => ({
  check: () => true,
  run: async (model, world) => {
    expect((await world.on.leave(world.people[actor], world.id)).status).toBe(200);
    model.joined.delete(actor);
    await check(model, world);
  },
  toString: () => `${actor} leaves`,
});

/** Time passes; the clocks are looked at, by two sweeps at once and once more. */
const waits = (hours: number): Walk => ({
  check: () => true,
  run: async (model, world) => {
    const { service } = world;
    await service.moveTo(new Date(service.now().getTime() + hours * hourMs).toISOString());
    model.now = service.now().getTime();
    const sweep = () => service.sweep(service.now());
    const sweeps = await world.on.atOnce(sweep, sweep);
    expect(sweeps.map(({ failed }) => failed)).toEqual([0, 0]);
    for (let more = 0; more < 4; more += 1) {
      if ((await service.sweep(service.now())).marked === 0) break;
    }
    expect(await service.sweep(service.now())).toEqual({ marked: 0, failed: 0 });
    await check(model, world);
    const { state, clocks } = await world.on.stored(world.id);
    const at = service.now().toISOString();
    const isPast = ({ stoppedAt, pausedAt, dueAt = at }: (typeof clocks)[number]) =>
      stoppedAt === undefined && pausedAt === undefined && dueAt < at;
    const silent = clocks.filter((clock) => isPast(clock) && !['overdue', 'escalation'].includes(clock.struck ?? ''));
    expect(silent).toEqual([]);
    if (state === 'waiting') expect(clocks.find(({ name }) => name === 'answer')).not.toSatisfy(isPast);
  },
  toString: () => `${hours} h pass`,
});

const given = fc.record({ department: fc.constantFrom(...departments), stars: fc.integer({ min: 1, max: 5 }) });
const pick = fc.nat({ max: 9973 });
const walks = [
  fc.tuple(pick, given, fc.boolean()).map(([n, each, isRepeated]) => goesOn(n, each, isRepeated)),
  fc.tuple(pick, given, fc.boolean()).map(([n, each, isRepeated]) => goesOn(n, each, isRepeated)),
  fc.tuple(pick, given, fc.boolean()).map(([n, each, isRepeated]) => goesOn(n, each, isRepeated)),
  fc.tuple(pick, given).map(([n, each]) => isRefused(n, each)),
  fc.tuple(pick, given).map(([n, each]) => isRefused(n, each)),
  fc.tuple(pick, given).map(([n, each]) => comesLate(n, each)),
  fc.tuple(fc.tuple(pick, pick), given).map(([picks, each]) => twoAtOnce(picks, each)),
  fc.constantFrom('wang' as const, 'zhao' as const, 'li' as const).map(joins),
  fc.constantFrom('wang' as const, 'zhao' as const).map(leaves),
  fc.constantFrom(1, 5, 24, 72, 240, 400).map(waits),
];

type Size = { runs: number; commands: number; seed: number };

/** Walks the whole table at random, several people at once; run against every implementation of the stores. */
export const walkCases = (makeService: () => Promise<Service>, { runs, commands, seed }: Size): void => {
  test('随便怎么走，留痕都是规则里的一条路；不许的一步说出缘由，什么也不改', { timeout: 120_000 }, async () => {
    const seen = new Set<Step | 'report'>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...origins),
        fc.commands(walks, { maxCommands: commands, size: 'max' }),
        async (origin, steps) => {
          const world = await openWorld(makeService, origin);
          const model = newModel(origin, world.service.now().getTime());
          await fc.asyncModelRun(() => ({ model, real: world }), steps);
          for (const { step } of world.trace) seen.add(step);
          expect(world.service.logged).toEqual([]);
        },
      ),
      { seed, numRuns: runs },
    );
    expect(seen.size).toBeGreaterThan(Math.min(20, runs));
  });
};
