import { expect, test } from 'vitest';
import {
  type ClaimActor,
  type ClaimStep,
  claimStateAfter,
  claimStates,
  claimTransitions,
  isOpenClaim,
} from './transitions.ts';

const actors: ClaimActor[] = ['person', 'staff', 'system'];
const steps = Object.keys(claimTransitions) as ClaimStep[];

/** Written out by hand, so that a change of the table is a change of two places. */
const allowed = new Map([
  ['approve waiting staff', 'approved'],
  ['refuse waiting staff', 'refused'],
  ['withdraw waiting person', 'withdrawn'],
  ['withdraw approved person', 'ended'],
  ['end approved staff', 'ended'],
  ['end approved system', 'ended'],
  ['rebind approved system', 'approved'],
]);

test('表里没有的一步也走不了', () => {
  for (const step of steps)
    for (const from of claimStates)
      for (const by of actors) expect(claimStateAfter(step, from, by)).toBe(allowed.get(`${step} ${from} ${by}`));
});

test('有了结果的不再动：只有等着的和生效的还开着', () => {
  expect(claimStates.filter(isOpenClaim)).toEqual(['waiting', 'approved']);
  const final = claimStates.filter((state) => !isOpenClaim(state));
  expect(
    final.flatMap((from) => steps.flatMap((step) => actors.map((by) => claimStateAfter(step, from, by) ?? []))),
  ).toEqual(final.flatMap(() => steps.flatMap(() => actors.map(() => []))));
});
