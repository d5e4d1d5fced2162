import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sixSteps, stateLabel, stepIndex } from './labels.ts';
import {
  deskOf,
  isFinished,
  mayTake,
  openSteps,
  type Relation,
  type Step,
  stateAfter,
  statesBefore,
  type TicketState,
  ticketStates,
  transitions,
} from './transitions.ts';

const steps = Object.keys(transitions) as Step[];
const state = fc.constantFrom(...ticketStates);
const step = fc.constantFrom(...steps);

test.each<[TicketState, Step, TicketState]>([
  ['reported', 'file', 'filed'],
  ['reported', 'decline', 'declined'],
  ['filed', 'dispatch', 'dispatched'],
  ['dispatched', 'accept', 'accepted'],
  ['dispatched', 'return', 'returned'],
  ['returned', 'dispatch', 'dispatched'],
  ['accepted', 'resolve', 'resolved'],
  ['resolved', 'confirm', 'closed'],
  ['resolved', 'rework', 'rework'],
  ['rework', 'resolve', 'resolved'],
  ['closed', 'rate', 'rated'],
  ['dispatched', 'withdraw', 'withdrawn'],
  ['accepted', 'overdue', 'accepted'],
])('%s 经 %s 到 %s', (from, taken, to) => {
  expect(stateAfter(taken, from)).toBe(to);
});

test('表中没有的一步哪里也到不了', () => {
  fc.assert(
    fc.property(
      state,
      step,
      (from, taken) => (stateAfter(taken, from) === undefined) === !statesBefore(taken).includes(from),
    ),
  );
  expect(stateAfter('rate', 'resolved')).toBeUndefined();
});

test('除了办结的，谁手上都有人：每个未完状态都有坐席，且坐席上有人能走下一步', () => {
  const open = ticketStates.filter((each) => !isFinished(each));
  const seated: Record<string, Relation> = { department: 'handler', grid: 'gridWorker', community: 'communityStaff' };
  expect(open.every((each) => openSteps(each, [seated[deskOf(each)] ?? 'system']).length > 0)).toBe(true);
});

test('从上报出发，每个状态都走得到；每个状态都走得到结束', () => {
  const reach = (from: TicketState, seen = new Set<TicketState>()): Set<TicketState> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const each of steps) {
      const to = stateAfter(each, from);
      if (to !== undefined) reach(to, seen);
    }
    return seen;
  };
  expect([...reach('reported')].toSorted()).toEqual([...ticketStates].toSorted());
  expect(ticketStates.every((each) => [...reach(each)].some(isFinished))).toBe(true);
});

test('经办的部门不能核查自己办的事，有别的身份也不能', () => {
  expect(mayTake('confirm', ['gridWorker'])).toBe(true);
  expect(mayTake('confirm', ['gridWorker', 'handler'])).toBe(false);
  expect(mayTake('rework', ['reporter', 'handler'])).toBe(false);
  expect(openSteps('resolved', ['handler', 'communityStaff'])).toEqual([]);
});

test('外人什么也做不了，时限只归时钟', () => {
  fc.assert(fc.property(state, (each) => openSteps(each, []).length === 0));
  fc.assert(
    fc.property(state, (each) => !openSteps(each, ['system', 'handler', 'reporter']).map(String).includes('overdue')),
  );
  expect(mayTake('overdue', ['communityStaff', 'handler', 'gridWorker', 'reporter'])).toBe(false);
});

test('六步条上每个状态都有位置和名字', () => {
  expect(ticketStates.every((each) => stepIndex[each] >= 0 && stepIndex[each] <= sixSteps.length)).toBe(true);
  expect(new Set(Object.values(stateLabel)).size).toBe(ticketStates.length);
});
