import { expect, it } from 'vitest';
import { mayBecomeTopic } from './topic-worthy.ts';

const aTicket = { state: 'accepted', joins: 0, repeats: 0, topicId: undefined, isHeld: false } as const;

it.each([
  ['没几个人同感', { joins: 4 }, false],
  ['五个人同感', { joins: 5 }, true],
  ['反复出现', { repeats: 1 }, true],
  ['已经有议题', { joins: 9, topicId: 'top_xfl_0123456789abcdefghjkmnpqrs' }, false],
  ['还在审核', { joins: 9, isHeld: true }, false],
  ['不予立案', { joins: 9, state: 'declined' as const }, false],
])('%s', (_, given, expected) => {
  expect(mayBecomeTopic({ ...aTicket, ...given })).toBe(expected);
});
