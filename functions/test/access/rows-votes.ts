import { newVoteId } from '@suishoupai/shared/ids';
import { motion } from '../../src/votes/votes.builder.ts';
import { anActionId, tail } from '../builders.ts';
import type { Row } from './matrix.ts';
import type { World } from './world.ts';

const act = () => ({ id: anActionId() });
const community = { query: { communityId: 'xfl' } };
type Kind = keyof World['votes'];
const vote =
  (kind: Kind, query: object = {}) =>
  (world: World) => ({ params: { voteId: world.votes[kind] }, query });
const doing = (kind: Kind, given: object) => (world: World) => ({ ...vote(kind)(world), body: { ...act(), ...given } });
/** Nobody has touched these votes by hand: they are at the version that the clock left them at. */
const versions: Record<Kind, number> = { open: 2, secretOpen: 2, announced: 1, closed: 3, counted: 4, published: 5 };
const moving = (kind: Kind, given: object = {}) => doing(kind, { version: versions[kind], ...given });
const ballot = (kind: Kind, slot: keyof World['slots'], replaces: number) => (world: World) =>
  doing(kind, { slot: world.slots[slot], choice: { option: 'approve' }, replaces, isAgreed: true })(world);
const sheet = (kind: keyof World['sheets'], given: object) => (world: World) => ({
  params: { voteId: world.votes[kind], paperId: world.sheets[kind].id },
  body: { ...act(), ...given },
});
const objection = (kind: keyof World['objections'], given: object) => (world: World) => ({
  params: { voteId: world.votes.published, objectionId: world.objections[kind] },
  body: { ...act(), ...given },
});
const totals = { issued: 3, returned: 2, invalid: 0 };

export const voteRows: readonly Row[] = [
  [
    'announceVote',
    '',
    () => ({
      body: {
        ...{ id: newVoteId('xfl', tail()), communityId: 'xfl', title: '加装电梯表决', question: motion },
        ...{ announcement: '征求全体业主对加装电梯的意见', ruleSetId: 'owners-ordinary', electorate: 'owners' },
        ...{ secrecy: 'untilClose', showsTurnout: true },
        ...{ opensAt: '2026-12-28T02:00:00.000Z', closesAt: '2026-12-30T02:00:00.000Z' },
      },
    }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  ['listRuleSets', '', () => ({ query: { communityId: 'xfl', on: '2026-12-11' } }), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listVotes', '', () => community, '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getVote', 'open', vote('open'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getVote', 'open and secret', vote('secretOpen'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getVote', 'counted', vote('counted'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getVote', 'published', vote('published'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['castBallot', 'again, for the own flat', ballot('open', 'own', 1), 'L +YYYY YYY YYY YYY YY YYY Y'],
  ['castBallot', 'for a flat of neighbours', ballot('open', 'neighbour', 0), 'L YY+YY YYY YYY YYY YY YYY Y'],
  ['castBallot', 'closed', ballot('closed', 'closed', 0), 'L XYYYY YYY YYY YYY YY YYY Y'],
  [
    'getReceipt',
    'of a flat',
    (world) => vote('open', { slot: world.slots.own })(world),
    'L +YYYY YYY YYY YYY YY YYY Y',
  ],
  ['getPack', 'published', vote('published'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['getPack', 'counted', vote('counted'), 'X XXXXX XXX XXX XXX XX XXX X'],
  ['getOpenings', 'the street has asked already', vote('published'), 'L DDDDD DDD DDD ++D DD DDD D'],
  ['getOpenings', 'not yet published', vote('secretOpen'), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['listHeads', '', vote('open'), '+ +++++ +++ +++ +++ ++ +++ +'],
  [
    'extendVote',
    'open',
    moving('open', { closesAt: '2026-12-27T02:00:00.000Z', notice: '还差几户，延长两天' }),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'extendVote',
    'closed',
    moving('closed', { closesAt: '2026-12-27T02:00:00.000Z', notice: '还差几户，延长两天' }),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  ['cancelVote', 'open', moving('open', { reason: '方案要重做' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['cancelVote', 'published', moving('published', { reason: '方案要重做' }), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['findSlots', '', vote('open', { building: '1' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  [
    'enterPaper',
    'open',
    (world, { photo }) => doing('open', { slot: world.spare.slot, choice: { option: 'approve' }, photo })(world),
    'L DDDDD DDD DDD ++D +D DDD D',
  ],
  [
    'enterPaper',
    'published',
    (world, { photo }) => doing('published', { slot: world.spare.slot, choice: { option: 'approve' }, photo })(world),
    'L DDDDD DDD DDD XXD XD DDD D',
  ],
  ['listPaper', '', vote('open'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['decidePaper', 'entered by one of them', sheet('open', { decision: 'confirm' }), 'L DDDDD DDD DDD X+D +D DDD D'],
  [
    'decidePaper',
    'of another vote',
    (world) => ({
      params: { voteId: world.votes.open, paperId: world.sheets.closed.id },
      body: { ...act(), decision: 'confirm' },
    }),
    'L DDDDD DDD DDD NND ND DDD D',
  ],
  ['settlePaper', 'a sheet still waits', moving('closed', totals), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['publishResult', 'counted', moving('counted'), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['publishResult', 'open', moving('open'), 'L DDDDD DDD DDD XXD XD DDD D'],
  ['object', 'published', doing('published', { words: '我家没有收到通知' }), 'L +Y+YY YYY YYY YYY YY YYY Y'],
  ['object', 'open', doing('open', { words: '我家没有收到通知' }), 'L XXXXX XXX XXX XXX XX XXX X'],
  ['listObjections', 'one held', vote('published'), '+ +++++ +++ +++ +++ ++ +++ +'],
  ['listHeldObjections', '', () => community, 'L DDDDD DDD DDD ++D +D DDD D'],
  ['judgeObjection', 'held', objection('held', { verdict: 'pass' }), 'L DDDDD DDD DDD ++D +D DDD D'],
  ['answerObjection', '', objection('open', { words: '通知贴在楼道里' }), 'L DDDDD DDD DDD ++D +D DDD D'],
];
