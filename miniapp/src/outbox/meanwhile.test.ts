import { expect, test } from 'vitest';
import { anEvent, aTicket } from '../ticket/ticket.builder.ts';
import { lookedAgain } from './meanwhile.ts';

const key = `act_${'1'.repeat(26)}`;
const seenAt = '2026-11-22T02:00:00.000Z';
const before = anEvent(1, { at: seenAt });
const others = anEvent(2, { at: '2026-11-22T02:05:00.000Z', step: 'accept', actor: '幸福物业' });

test('轨迹里有它的编号：先前那一次其实送到了', () => {
  const ticket = aTicket({ events: [before, anEvent(3, { id: key }), others] });
  expect(lookedAgain({ key, seenAt }, ticket)).toEqual({ answer: ticket });
});

test('没有送到：说之后别人做了什么，之前看过的不算', () => {
  expect(lookedAgain({ key, seenAt }, aTicket({ events: [before, others] }))).toEqual({ meanwhile: '幸福物业 接单' });
  expect(lookedAgain({ key }, aTicket({ events: [before, others] }))).toEqual({ meanwhile: '幸福物业 接单' });
  expect(lookedAgain({ key, seenAt }, aTicket({ events: [before] }))).toEqual({ meanwhile: undefined });
});
