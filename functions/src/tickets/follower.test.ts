import { expect, test } from 'vitest';
import { aPersonId, aTicketId } from '../../test/builders.ts';
import { isCountedLater } from './follower.ts';
import { ticketPk } from './store.ts';

const [lamp, road] = [aTicketId(), aTicketId()];
const joined = (id: typeof lamp) => ({
  before: undefined,
  after: { pk: ticketPk(id), sk: `join#${aPersonId()}#self` },
});
const left = (id: typeof lamp) => ({ before: joined(id).after, after: undefined });
const step = { before: undefined, after: { pk: ticketPk(lamp), sk: 'ticket' } };

test('一批里同一件事的同感，只有最后一个要重新数；别的照旧一个一个来', () => {
  const batch = [joined(lamp), joined(road), step, left(lamp), step, joined(lamp)];
  expect(batch.map((_, at) => isCountedLater(batch, at))).toEqual([true, false, false, true, false, false]);
});
