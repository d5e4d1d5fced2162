import type { TicketState } from '@suishoupai/shared/tickets/states';
import type { PersonStep, Step } from '@suishoupai/shared/tickets/transitions';

/** How a ticket comes in: dispatched by the list, without a line, to be looked at on the spot, or by telephone for a resident without an account. */
export const origins = ['listed', 'unlisted', 'onTheSpot', 'phone'] as const;
export type Origin = (typeof origins)[number];

export const actors = ['li', 'wang', 'zhao', 'zhang', 'cheng', 'huan', 'grid', 'liu', 'sun', 'qi'] as const;
export type Actor = (typeof actors)[number];
export const departments = ['dep_wuye', 'dep_chengguan', 'dep_huanwei'] as const;
type Department = (typeof departments)[number];
const departmentOf: Partial<Record<Actor, Department>> = {
  zhang: 'dep_wuye',
  cheng: 'dep_chengguan',
  huan: 'dep_huanwei',
};

/** What a move brings besides who and what. */
export type Move = { actor: Actor; step: PersonStep; department: Department; stars: number };

/** A small second telling of the rules, from the requirements and not from the table. */
export type Model = {
  origin: Origin;
  state: TicketState;
  before?: TicketState | undefined;
  version: number;
  lead?: Department | undefined;
  tasks: Map<Department, 'open' | 'reported' | 'excused'>;
  returns: number;
  rectifications: number;
  reopens: number;
  asks: number;
  isExtensionAsked: boolean;
  isExtended: boolean;
  joined: Set<Actor>;
  /** Who went along when it was merged. */
  movedAlong: Set<Actor>;
  rated: Set<Actor>;
  closedAt?: number | undefined;
  now: number;
};

export const newModel = (origin: Origin, now: number): Model => {
  const isDispatched = origin === 'listed' || origin === 'phone';
  return {
    origin,
    state: isDispatched ? 'dispatched' : 'reported',
    version: isDispatched ? 3 : 1,
    lead: isDispatched ? 'dep_wuye' : undefined,
    tasks: new Map(),
    returns: 0,
    rectifications: 0,
    reopens: 0,
    asks: 0,
    isExtensionAsked: false,
    isExtended: false,
    joined: new Set(),
    movedAlong: new Set(),
    rated: new Set(),
    now,
  };
};

const fifteenDays = 15 * 86_400_000;
const sidelines = ['progress', 'reply', 'handOver', 'remark', 'callBack', 'warning', 'overdue', 'escalation', 'review'];
export const makesStale = (step: string): boolean => !sidelines.includes(step);
const over: TicketState[] = ['closed', 'rated', 'declined', 'withdrawn', 'merged'];
export const isOver = ({ state }: Model): boolean => over.includes(state);

const isReporter = (model: Model, actor: Actor) => actor === 'li' && model.origin !== 'phone';
const isFollower = (model: Model, actor: Actor) => isReporter(model, actor) || model.joined.has(actor);
const isLead = (model: Model, actor: Actor) => model.lead !== undefined && departmentOf[actor] === model.lead;
const taskOf = ({ tasks }: Model, actor: Actor) => {
  const department = departmentOf[actor];
  return department === undefined ? undefined : tasks.get(department);
};
const isHelper = (model: Model, actor: Actor) => ['open', 'reported'].includes(taskOf(model, actor) ?? '');
const isInside = (model: Model, actor: Actor) =>
  isLead(model, actor) || isHelper(model, actor) || actor === 'grid' || actor === 'liu' || actor === 'sun';
const openTasks = ({ tasks }: Model) => [...tasks.values()].filter((state) => state === 'open').length;

type Refusal = string | undefined;
type Rule = {
  /** Whether it is the actor's to do at all. */
  may: (model: Model, move: Move) => boolean;
  from: (model: Model, move: Move) => readonly TicketState[];
  unless?: (model: Model, move: Move) => Refusal;
};

const office = (_: Model, { actor }: Move) => actor === 'liu' || actor === 'sun';
const lead = (model: Model, { actor }: Move) => isLead(model, actor);
const firstLook = (_: Model, { actor }: Move) => actor === 'grid' || actor === 'liu';
const checks = (model: Model, { actor }: Move) =>
  (isReporter(model, actor) || actor === 'grid' || actor === 'liu') && !isLead(model, actor) && !isHelper(model, actor);
const speaksAfter = (model: Model, { actor }: Move) => isFollower(model, actor) || actor === 'liu';
const onlyForCaller = ({ origin }: Model, { actor }: Move): Refusal =>
  actor === 'liu' && origin !== 'phone' ? 'ticket.reporterPresent' : undefined;
const dispatchable = (_: Model, { actor }: Move): TicketState[] =>
  actor === 'sun' ? ['filed', 'returned', 'disputed', 'dispatched', 'accepted', 'rework'] : ['filed', 'returned'];
const always =
  (...states: TicketState[]) =>
  () =>
    states;
const atWork = always('accepted', 'rework');
const everywhere = always(
  ...([...over, 'reported', 'filed', 'dispatched', 'accepted', 'returned', 'disputed', 'waiting'] as const),
  ...(['resolved', 'rework', 'parked'] as const),
);
const withTasks = always('dispatched', 'accepted', 'rework', 'waiting', 'parked');

const rules: Record<PersonStep, Rule> = {
  file: { may: firstLook, from: always('reported') },
  decline: { may: firstLook, from: always('reported') },
  dispatch: { may: office, from: dispatchable },
  joint: { may: office, from: dispatchable },
  accept: { may: lead, from: always('dispatched') },
  return: {
    may: lead,
    from: always('dispatched'),
    unless: ({ returns }) => (returns >= 2 ? 'ticket.returnedTwice' : undefined),
  },
  ask: {
    may: (model, move) => firstLook(model, move) || lead(model, move),
    from: (_, { actor }) => (actor === 'grid' || actor === 'liu' ? ['reported'] : ['accepted', 'rework']),
    unless: ({ asks }, { actor }) => (departmentOf[actor] !== undefined && asks >= 2 ? 'ticket.askedTwice' : undefined),
  },
  answer: {
    may: (model, { actor }) => isReporter(model, actor) || actor === 'liu',
    from: always('waiting'),
    unless: onlyForCaller,
  },
  progress: { may: lead, from: atWork },
  askExtension: {
    may: lead,
    from: atWork,
    unless: ({ isExtensionAsked, isExtended }) =>
      isExtensionAsked || isExtended ? 'ticket.extensionSpent' : undefined,
  },
  grantExtension: {
    may: office,
    from: atWork,
    unless: ({ isExtensionAsked }) => (isExtensionAsked ? undefined : 'ticket.noExtensionAsked'),
  },
  refuseExtension: {
    may: office,
    from: atWork,
    unless: ({ isExtensionAsked }) => (isExtensionAsked ? undefined : 'ticket.noExtensionAsked'),
  },
  reply: {
    may: (model, { actor }) => isHelper(model, actor),
    from: withTasks,
    unless: (model, { actor }) => (taskOf(model, actor) === 'open' ? undefined : 'ticket.taskReported'),
  },
  excuse: {
    may: (_, { actor }) => actor === 'sun',
    from: withTasks,
    unless: ({ tasks }, { department }) => (tasks.get(department) === 'open' ? undefined : 'ticket.taskReported'),
  },
  resolve: { may: lead, from: atWork, unless: (model) => (openTasks(model) > 0 ? 'ticket.tasksOpen' : undefined) },
  confirm: { may: checks, from: always('resolved') },
  rework: { may: checks, from: always('resolved') },
  rate: {
    may: speaksAfter,
    from: always('closed', 'rated'),
    unless: (model, move) => onlyForCaller(model, move) ?? (model.rated.has(move.actor) ? 'ticket.rated' : undefined),
  },
  reopen: {
    may: speaksAfter,
    from: always('closed', 'rated'),
    unless: (model, move) =>
      onlyForCaller(model, move) ??
      (model.now - (model.closedAt ?? 0) > fifteenDays ? 'ticket.closedLongAgo' : undefined),
  },
  park: { may: office, from: always('filed', 'dispatched', 'accepted', 'returned', 'disputed', 'rework') },
  unpark: { may: office, from: always('parked') },
  withdraw: {
    may: (model, { actor }) => isReporter(model, actor),
    from: always('reported', 'filed', 'dispatched'),
    unless: ({ joined }) => (joined.size > 0 ? 'ticket.joined' : undefined),
  },
  merge: { may: office, from: always('reported', 'filed', 'dispatched', 'accepted', 'returned', 'disputed') },
  unmerge: { may: office, from: always('merged') },
  handOver: { may: lead, from: always('dispatched', 'accepted', 'rework', 'waiting') },
  remark: { may: (model, { actor }) => isInside(model, actor), from: everywhere },
  callBack: { may: (_, { actor }) => actor === 'liu', from: everywhere, unless: onlyForCaller },
};

/** The code by which a move is refused; undefined when it may be made. */
export const refusalOf = (model: Model, move: Move): Refusal => {
  const { may, from, unless } = rules[move.step];
  if (!may(model, move)) return 'access.denied';
  if (!from(model, move).includes(model.state)) return 'ticket.stepNotAllowed';
  return unless?.(model, move);
};

const personSteps = Object.keys(rules) as PersonStep[];

/** How often a step is tried among those that are open: what leads on often, what ends the walk or leads nowhere seldom. */
const weights: Partial<Record<PersonStep, number>> = {
  resolve: 18,
  accept: 14,
  reply: 12,
  unpark: 9,
  unmerge: 9,
  confirm: 8,
  rate: 8,
  file: 6,
  reopen: 6,
  return: 6,
  rework: 4,
  answer: 4,
  grantExtension: 4,
  askExtension: 3,
  joint: 3,
  dispatch: 3,
  ask: 2,
  excuse: 2,
  refuseExtension: 2,
};

type Given = Pick<Move, 'department' | 'stars'>;

const allMoves = (given: Given): Move[] =>
  personSteps.flatMap((step) => actors.map((actor) => ({ actor, step, ...given })));

/** Everything that may be done now, by anybody. */
export const openMoves = (model: Model, given: Given): Move[] =>
  allMoves(given).filter((move) => refusalOf(model, move) === undefined);

/** One of the moves that are refused: each reason as often as any other. */
export const forbidden = (model: Model, given: Given, pick: number): Move | undefined => {
  const moves = allMoves(given).map((move) => ({ move, code: refusalOf(model, move) }));
  const codes = [...new Set(moves.flatMap(({ code }) => (code === undefined ? [] : [code])))];
  const own = moves.filter(({ code }) => code === codes[pick % codes.length]);
  return own[Math.floor(pick / codes.length) % own.length]?.move;
};

/** One of the moves: the step by weight, then who takes it. */
export const chosen = (moves: readonly Move[], pick: number): Move | undefined => {
  const steps = [...new Set(moves.map(({ step }) => step))].flatMap((step) =>
    Array.from({ length: weights[step] ?? 1 }, () => step),
  );
  const own = moves.filter(({ step }) => step === steps[pick % steps.length]);
  return own[Math.floor(pick / steps.length) % own.length];
};

const held = (model: Model, state: TicketState) => {
  model.before = model.state;
  model.state = state;
};
const goOn = (model: Model) => {
  model.state = model.before ?? model.state;
  model.before = undefined;
};
const again = (model: Model) => {
  model.state = 'rework';
  model.rated.clear();
  model.closedAt = undefined;
};
const giveTo = (model: Model, department: Department) => {
  model.state = 'dispatched';
  model.lead = department;
  model.isExtensionAsked = false;
};
/** Who helps beside this lead. */
export const helpersOf = (department: Department): Department[] => departments.filter((each) => each !== department);

/** What a step makes of the ticket; `move` is absent when the system takes it. */
export const apply = (model: Model, step: Step, move: Move | undefined): void => {
  if (makesStale(step)) model.version += 1;
  const department = move?.department ?? 'dep_wuye';
  switch (step) {
    case 'file':
      model.state = 'filed';
      return;
    case 'decline':
      model.state = 'declined';
      return;
    case 'dispatch':
      giveTo(model, department);
      model.tasks.delete(department);
      return;
    case 'joint':
      giveTo(model, department);
      model.tasks = new Map(helpersOf(department).map((each) => [each, 'open']));
      return;
    case 'accept':
      model.state = 'accepted';
      return;
    case 'return':
      model.returns += 1;
      model.state = model.returns === 1 ? 'returned' : 'disputed';
      return;
    case 'ask':
      if (move !== undefined && departmentOf[move.actor] !== undefined) model.asks += 1;
      held(model, 'waiting');
      return;
    case 'answer':
    case 'answerTimeout':
    case 'unpark':
    case 'unmerge':
      goOn(model);
      return;
    case 'askExtension':
      model.isExtensionAsked = true;
      return;
    case 'grantExtension':
      model.isExtensionAsked = false;
      model.isExtended = true;
      return;
    case 'refuseExtension':
      model.isExtensionAsked = false;
      return;
    case 'reply': {
      const own = move === undefined ? undefined : departmentOf[move.actor];
      if (own !== undefined) model.tasks.set(own, 'reported');
      return;
    }
    case 'excuse':
      model.tasks.set(department, 'excused');
      return;
    case 'resolve':
      model.state = 'resolved';
      model.isExtensionAsked = false;
      return;
    case 'confirm':
      model.state = 'closed';
      model.closedAt = model.now;
      return;
    case 'rework':
      again(model);
      return;
    case 'rate':
      if ((move?.stars ?? 5) <= 2 && model.rectifications === 0) {
        model.rectifications += 1;
        again(model);
        return;
      }
      model.state = 'rated';
      if (move !== undefined) model.rated.add(move.actor);
      return;
    case 'reopen':
      model.reopens += 1;
      again(model);
      return;
    case 'park':
      held(model, 'parked');
      return;
    case 'merge':
      model.movedAlong = new Set(model.origin === 'phone' ? model.joined : [...model.joined, 'li' as const]);
      held(model, 'merged');
      return;
    case 'withdraw':
      model.state = 'withdrawn';
      return;
    case 'progress':
    case 'handOver':
    case 'remark':
    case 'callBack':
    case 'warning':
    case 'overdue':
    case 'escalation':
    case 'review':
      return;
    default:
      step satisfies never;
  }
};

/** The one desk it lies on; undefined when nobody has to act. */
export const deskOf = ({ state, before, lead: department, origin }: Model): string | undefined => {
  switch (state === 'waiting' ? (before ?? state) : state) {
    case 'reported':
      return origin === 'onTheSpot' ? 'grd_01' : 'community';
    case 'filed':
    case 'returned':
    case 'parked':
      return 'community';
    case 'dispatched':
    case 'accepted':
    case 'rework':
      return department;
    case 'disputed':
      return 'street';
    case 'resolved':
      return 'grd_01';
    default:
      return undefined;
  }
};
