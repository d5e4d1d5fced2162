import type { TicketId, TopicId } from '@suishoupai/shared/ids';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Draft, missingIn, Proposal, proposalOf } from './draft.ts';

const id: TopicId = 'top_xfl_0123456789abcdefghjkmnpqrs';
const ticketId: TicketId = 'tkt_xfl_0123456789abcdefghjkmnpqrs';
const aDraft = (given: Partial<Draft> = {}): Draft => ({
  kind: 'major',
  title: '加装 2 号楼电梯',
  words: '楼里老人多，上下楼很难，想大家一起商量。',
  photos: [],
  ...given,
});

it.each([
  ['没选类别', { kind: undefined }, '先选是哪一类事'],
  ['标题太短', { title: '  电梯 ' }, '标题至少 4 个字'],
  ['说明太短', { words: '要电梯' }, '再说详细一点，至少 10 个字'],
  ['都有了', {}, undefined],
])('%s', (_, given, words) => {
  expect(missingIn(aDraft(given))).toBe(words);
});

it('从工单来的带着工单，合乎接口', () => {
  const proposal = proposalOf(aDraft(), id, ticketId);
  expect(proposal).toMatchObject({ id, ticketId, kind: 'major' });
  expect(z.safeParse(Proposal, proposal).success).toBe(true);
  expect(proposalOf(aDraft({ title: '' }), id, undefined)).toBeUndefined();
});
