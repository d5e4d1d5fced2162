import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockOf,
  type ExchangeFacts,
  exchangeEvents,
  exchangeStates,
  mayHappen,
  stateConfirmed,
} from './transitions.ts';

const facts = (overrides: Partial<ExchangeFacts> = {}): ExchangeFacts => ({
  state: 'agreed',
  confirmed: {},
  hasRated: false,
  ...overrides,
});

test.each([
  ['answered', 'owner', ['agree', 'decline']],
  ['answered', 'answerer', ['withdraw']],
  ['answered', 'staff', []],
  ['agreed', 'owner', ['callOff', 'confirm']],
  ['agreed', 'answerer', ['callOff', 'confirm']],
  ['disputed', 'owner', ['confirm']],
  ['disputed', 'staff', ['mediate']],
  ['settled', 'answerer', ['rate']],
  ['calledOff', 'owner', []],
] as const)('%s 时 %s 能做 %j', (state, relation, expected) => {
  expect(exchangeEvents.filter((event) => mayHappen(event, facts({ state }), relation))).toEqual(expected);
});

test('有人确认过，就不能再取消；评过一次，不能再评', () => {
  expect(mayHappen('callOff', facts({ confirmed: { giver: 60 } }), 'owner')).toBe(false);
  expect(mayHappen('confirm', facts({ confirmed: { giver: 60 } }), 'owner')).toBe(true);
  expect(mayHappen('rate', facts({ state: 'settled', hasRated: true }), 'owner')).toBe(false);
});

test.each([
  [{}, 'agreed'],
  [{ giver: 60 }, 'agreed'],
  [{ giver: 60, receiver: 60 }, 'settled'],
  [{ giver: 60, receiver: 45 }, 'disputed'],
  [{ giver: 0, receiver: 0 }, 'calledOff'],
  [{ giver: 0, receiver: 60 }, 'disputed'],
] as const)('说的是 %j，就是 %s', (confirmed, state) => {
  expect(stateConfirmed('agreed', confirmed)).toBe(state);
});

describe('时钟', () => {
  const at = { answeredAt: '2026-11-16T02:00:00.000Z', plannedAt: '2026-11-20T02:00:00.000Z' };
  test.each([
    ['没人理会', facts({ state: 'answered' }), {}, 'lapse', '2026-11-21T02:00:00.000Z'],
    ['约好了没人确认', facts(), {}, 'remind', '2026-11-21T02:00:00.000Z'],
    ['提醒过了', facts(), { remindedAt: '2026-11-21T02:00:00.000Z' }, 'lapse', '2026-12-04T02:00:00.000Z'],
    [
      '一方确认',
      facts({ confirmed: { giver: 60 } }),
      { confirmedAt: '2026-11-20T04:00:00.000Z' },
      'remind',
      '2026-11-23T04:00:00.000Z',
    ],
    [
      '一方确认，另一方提醒了还不说',
      facts({ confirmed: { giver: 60 } }),
      { confirmedAt: '2026-11-20T04:00:00.000Z', remindedAt: '2026-11-23T04:00:00.000Z' },
      'escalate',
      '2026-11-27T04:00:00.000Z',
    ],
  ] as const)('%s', (_, given, more, what, due) => {
    expect(clockOf({ ...given, ...at, ...more })).toEqual({ at: due, what });
  });
  test('有了结果，时钟就停', () => {
    for (const state of exchangeStates) {
      const clock = clockOf({ ...facts({ state }), ...at });
      expect(clock !== undefined).toBe(state === 'answered' || state === 'agreed');
    }
  });
  test('时钟要做的，规则都许', () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.constantFrom(...exchangeStates),
        minutes,
        minutes,
        fc.boolean(),
        (before, giver, receiver, isReminded) => {
          const state = before === 'agreed' ? stateConfirmed(before, { giver, receiver }) : before;
          const confirmed = state === 'answered' ? {} : { giver, receiver };
          const given = { state, confirmed, hasRated: false };
          const clock = clockOf({
            ...given,
            ...at,
            confirmedAt: at.plannedAt,
            remindedAt: isReminded ? at.plannedAt : undefined,
          });
          if (clock !== undefined) expect(mayHappen(clock.what, given, 'clock')).toBe(true);
        },
      ),
    );
  });
});
