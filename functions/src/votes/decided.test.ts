import { newTopicId } from '@suishoupai/shared/ids';
import { expect, test } from 'vitest';
import { tail } from '../../test/builders.ts';
import { makeVotesOf } from './decided.ts';
import { aVote } from './record.builder.ts';
import { makeMemoryVoteStore } from './store.ts';

const measure = { heads: 0, area: 0 };
const result = {
  eligible: measure,
  participating: { ...measure, online: 0, paper: 0 },
  abstained: measure,
  tests: [],
  isQuorate: true,
  options: [],
  winners: ['approve'],
  tied: [],
};
const paper = { issued: 0, returned: 0, invalid: 0, refused: 0, valid: 0 };

test.each([
  ['counted', 'passed', undefined, false],
  ['published', 'passed', 'passed', false],
  ['final', 'passed', 'passed', true],
  ['final', 'chosen', 'chosen', true],
  ['final', 'rejected', 'rejected', false],
] as const)('%s 的 %s', async (state, outcome, shown, isInForce) => {
  const votes = makeMemoryVoteStore();
  const topicId = newTopicId('xfl', tail());
  const counted = { at: '2026-12-10T02:00:20.000Z', result: { ...result, outcome }, paper };
  const vote = await votes.announce(aVote({ topicId, state, counted }));

  const [found] = await makeVotesOf({ votes })(topicId);

  expect(found).toMatchObject({ id: vote.id, matter: vote.question.text, state, isInForce });
  expect(found?.outcome).toBe(shown);
});
