import { expect, test } from 'vitest';
import { MeetingState } from './card.ts';
import { type MeetingEvent, meetingTransitions, stateAfter } from './transitions.ts';

/** By hand, from what a meeting is: every other pair is refused. */
const walks: [MeetingState, MeetingEvent, MeetingState][] = [
  ['announced', 'change', 'announced'],
  ['announced', 'open', 'inSession'],
  ['announced', 'cancel', 'cancelled'],
  ['inSession', 'signIn', 'inSession'],
  ['inSession', 'list', 'inSession'],
  ['inSession', 'end', 'ended'],
  ['inSession', 'cancel', 'cancelled'],
  ['inSession', 'write', 'inSession'],
  ['ended', 'list', 'ended'],
  ['ended', 'write', 'ended'],
  ['ended', 'sign', 'ended'],
  ['ended', 'seal', 'signed'],
  ['signed', 'write', 'signed'],
  ['signed', 'sign', 'signed'],
  ['signed', 'seal', 'signed'],
];
const events = Object.keys(meetingTransitions) as MeetingEvent[];
const pairs = MeetingState.options.flatMap((state) =>
  events.map((event): [MeetingState, MeetingEvent] => [state, event]),
);

test.each(pairs)('%s 时 %s，只走表里的路', (state, event) => {
  const walk = walks.find(([from, what]) => from === state && what === event);
  expect(stateAfter(state, event)).toBe(walk?.[2]);
});

test('取消了的会议，什么也不能再做', () => {
  expect(events.filter((event) => stateAfter('cancelled', event) !== undefined)).toEqual([]);
});
