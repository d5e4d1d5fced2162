import { expect, test } from 'vitest';
import { isFinished, outcomeOf, outcomes, ticketStates } from './states.ts';

test('每个状态只算一种结果，没有一种结果是空的', () => {
  const counted = Object.fromEntries(
    outcomes.map((outcome) => [outcome, ticketStates.filter((state) => outcomeOf(state) === outcome)]),
  );
  expect(counted).toEqual({
    open: ['reported', 'filed', 'dispatched', 'accepted', 'returned', 'disputed', 'waiting', 'rework'],
    resolved: ['resolved'],
    closed: ['closed', 'rated'],
    parked: ['parked'],
    declined: ['declined'],
    withdrawn: ['withdrawn'],
    merged: ['merged'],
  });
});

test('挂账和待核查都还没完', () => {
  expect(ticketStates.filter(isFinished)).toEqual(['closed', 'rated', 'declined', 'withdrawn', 'merged']);
});
