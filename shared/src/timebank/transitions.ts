import { dayMs } from '../time/units.ts';
import { timebankLimits } from './limits.ts';

export const exchangeStates = ['answered', 'agreed', 'disputed', 'settled', 'declined', 'calledOff', 'lapsed'] as const;
export type ExchangeState = (typeof exchangeStates)[number];

/** Who stands how to an exchange: whose listing it is, who answered it, the community as mediator, the clock. */
export type ExchangeRelation = 'owner' | 'answerer' | 'staff' | 'clock';

type Row = {
  from: readonly ExchangeState[];
  by: readonly ExchangeRelation[];
  guard?: 'nothingConfirmed' | 'oneConfirmed' | 'notRated';
};

/** The one table of an exchange. Where a step leads follows from what both sides said: `stateAfter`. */
export const exchangeTransitions = {
  agree: { from: ['answered'], by: ['owner'] },
  decline: { from: ['answered'], by: ['owner'] },
  withdraw: { from: ['answered'], by: ['answerer'] },
  callOff: { from: ['agreed'], by: ['owner', 'answerer'], guard: 'nothingConfirmed' },
  confirm: { from: ['agreed', 'disputed'], by: ['owner', 'answerer'] },
  mediate: { from: ['disputed'], by: ['staff'] },
  rate: { from: ['settled'], by: ['owner', 'answerer'], guard: 'notRated' },
  remind: { from: ['agreed'], by: ['clock'] },
  lapse: { from: ['answered', 'agreed'], by: ['clock'], guard: 'nothingConfirmed' },
  escalate: { from: ['agreed'], by: ['clock'], guard: 'oneConfirmed' },
} as const satisfies Record<string, Row>;

export type ExchangeEvent = keyof typeof exchangeTransitions;
export const exchangeEvents = [
  'agree',
  'decline',
  'withdraw',
  'callOff',
  'confirm',
  'mediate',
  'rate',
  'remind',
  'lapse',
  'escalate',
] as const satisfies readonly ExchangeEvent[];

type Confirmed = { giver?: number | undefined; receiver?: number | undefined };
export type ExchangeFacts = { state: ExchangeState; confirmed: Confirmed; hasRated: boolean };

const countOf = ({ giver, receiver }: Confirmed): number =>
  [giver, receiver].filter((each) => each !== undefined).length;

const holds = (guard: Row['guard'], { confirmed, hasRated }: ExchangeFacts): boolean => {
  switch (guard) {
    case undefined:
      return true;
    case 'nothingConfirmed':
      return countOf(confirmed) === 0;
    case 'oneConfirmed':
      return countOf(confirmed) === 1;
    case 'notRated':
      return !hasRated;
    default:
      return guard satisfies never;
  }
};

/** Whether a step may be taken in this state by somebody who stands so to it. */
export const mayHappen = (event: ExchangeEvent, facts: ExchangeFacts, relation: ExchangeRelation): boolean => {
  const row: Row = exchangeTransitions[event];
  return row.from.includes(facts.state) && row.by.includes(relation) && holds(row.guard, facts);
};

/** The state when both sides have said what they said, in minutes: alike settles it (0: it did not happen), different goes to a mediator. */
export const stateConfirmed = (before: ExchangeState, { giver, receiver }: Confirmed): ExchangeState => {
  if (giver === undefined || receiver === undefined) return before;
  if (giver !== receiver) return 'disputed';
  return giver === 0 ? 'calledOff' : 'settled';
};

export type ExchangeClock = { at: string; what: 'remind' | 'lapse' | 'escalate' };
type Timed = ExchangeFacts & {
  answeredAt: string;
  plannedAt: string;
  /** When the first side confirmed. */
  confirmedAt?: string | undefined;
  remindedAt?: string | undefined;
};

const after = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString();

/** What the clock does next to an exchange and when; undefined when it waits for nobody. Instants are ISO in UTC. */
export const clockOf = (exchange: Timed): ExchangeClock | undefined => {
  const { state, confirmed, answeredAt, plannedAt, confirmedAt, remindedAt } = exchange;
  const { answerDays, remindDays, lapseDays, askAgainDays, mediateDays } = timebankLimits;
  if (state === 'answered') {
    const [first = answeredAt] = [after(answeredAt, answerDays), after(plannedAt, remindDays)].sort();
    return { at: first, what: 'lapse' };
  }
  if (state !== 'agreed') return undefined;
  if (countOf(confirmed) === 0) {
    const isReminded = remindedAt !== undefined;
    return isReminded
      ? { at: after(plannedAt, lapseDays), what: 'lapse' }
      : { at: after(plannedAt, remindDays), what: 'remind' };
  }
  const since = confirmedAt ?? plannedAt;
  const isReminded = remindedAt !== undefined && remindedAt >= since;
  return isReminded
    ? { at: after(since, mediateDays), what: 'escalate' }
    : { at: after(since, askAgainDays), what: 'remind' };
};
