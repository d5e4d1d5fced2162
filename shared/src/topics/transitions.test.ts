import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TopicState, topicStates } from './contract.ts';
import { stepsOf, type TopicPath, type TopicStep } from './paths.ts';
import { doneAtTakeUp, stepAfter } from './rules.ts';
import {
  decideTopic,
  openTopicActions,
  type TopicAction,
  type TopicFacts,
  type TopicRelation,
  topicActions,
  topicRelations,
  topicStatesBefore,
  topicTransitions,
} from './transitions.ts';

const facts = (overrides: Partial<TopicFacts> = {}): TopicFacts => ({
  state: 'proposed',
  isShown: true,
  isResident: true,
  hasSupported: false,
  isBacked: false,
  hasEnough: false,
  isSupportOver: false,
  isOverdue: false,
  isLastStep: false,
  isProofMissing: false,
  isAnnounced: true,
  isDecided: true,
  isRateable: true,
  hasRoom: { plan: true, announce: true, summarise: true, ticket: true },
  ...overrides,
});
const answer = (action: TopicAction, given: Partial<TopicFacts>, ...by: TopicRelation[]) => {
  const decision = decideTopic(action, facts(given), by);
  return decision.isAllowed ? decision.to : decision.code;
};

describe('谁在什么时候能做什么', () => {
  test.each<[TopicAction, Partial<TopicFacts>, TopicRelation, string]>([
    ['support', {}, 'person', 'proposed'],
    ['support', { isResident: false }, 'person', 'household.needed'],
    ['support', { isSupportOver: true }, 'person', 'topic.stepNotAllowed'],
    ['support', { hasSupported: true }, 'person', 'topic.stepNotAllowed'],
    ['support', { isShown: false }, 'person', 'topic.stepNotAllowed'],
    ['support', { state: 'supported' }, 'person', 'topic.stepNotAllowed'],
    ['cross', { hasEnough: true }, 'system', 'supported'],
    ['cross', {}, 'system', 'topic.stepNotAllowed'],
    ['cross', { hasEnough: true }, 'person', 'access.denied'],
    ['lapse', { isSupportOver: true }, 'system', 'lapsed'],
    ['lapse', { isSupportOver: true, hasEnough: true }, 'system', 'topic.stepNotAllowed'],
    ['withdraw', {}, 'proposer', 'withdrawn'],
    ['withdraw', { isBacked: true }, 'proposer', 'topic.stepNotAllowed'],
    ['withdraw', {}, 'communityStaff', 'access.denied'],
    ['takeUp', {}, 'communityStaff', 'underway'],
    ['takeUp', { state: 'supported' }, 'coordinator', 'underway'],
    ['takeUp', { state: 'supported', isShown: false }, 'coordinator', 'topic.stepNotAllowed'],
    ['takeUp', {}, 'proposer', 'access.denied'],
    ['refuse', {}, 'communityStaff', 'topic.stepNotAllowed'],
    ['refuse', { state: 'supported' }, 'communityStaff', 'refused'],
    ['answerLate', { state: 'supported', isOverdue: true }, 'system', 'supported'],
    ['answerLate', { state: 'supported' }, 'system', 'topic.stepNotAllowed'],
    ['step', { state: 'underway' }, 'communityStaff', 'underway'],
    ['step', { state: 'underway', isLastStep: true }, 'communityStaff', 'done'],
    ['step', { state: 'underway', isProofMissing: true }, 'communityStaff', 'topic.proofMissing'],
    ['step', { state: 'underway', isLastStep: true, isProofMissing: true }, 'coordinator', 'topic.proofMissing'],
    ['ticket', { state: 'underway', isDecided: false }, 'communityStaff', 'topic.stepNotAllowed'],
    ['vote', { state: 'underway', isAnnounced: false }, 'communityStaff', 'topic.stepNotAllowed'],
    ['rate', { state: 'done' }, 'person', 'done'],
    ['rate', { state: 'done', isRateable: false }, 'person', 'topic.stepNotAllowed'],
    ['comment', { state: 'underway' }, 'person', 'underway'],
    ['comment', { state: 'refused' }, 'person', 'topic.stepNotAllowed'],
  ])('%s %j %s：%s', (action, given, by, expected) => {
    expect(answer(action, given, by)).toBe(expected);
  });

  test('没有登录的什么也不能做；开着的都真能做', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...topicStates),
        fc.subarray([...topicRelations]),
        fc.record({ isShown: fc.boolean(), isBacked: fc.boolean(), isProofMissing: fc.boolean() }),
        (state, relations, given) => {
          const here = facts({ state, ...given });
          const open = openTopicActions(here, relations);
          for (const action of topicActions) {
            expect(decideTopic(action, here, relations).isAllowed).toBe(open.includes(action));
            if (open.includes(action)) expect(topicStatesBefore(action)).toContain(state);
          }
        },
      ),
    );
    expect(openTopicActions(facts(), [])).toEqual([]);
  });

  test('结束了的议题，除了评价什么也不能做', () => {
    for (const state of ['done', 'refused', 'lapsed', 'withdrawn'] as const) {
      expect(openTopicActions(facts({ state }), topicRelations)).toEqual(state === 'done' ? ['rate'] : []);
    }
  });
});

/** A topic as far as the path goes: where it stands, what was done, and the lines of its trace. */
type Walk = {
  state: TopicState;
  path: TopicPath;
  step: TopicStep | undefined;
  done: TopicStep[];
  trace: { action: TopicAction; from: TopicState; to: TopicState }[];
};

const moved = (walk: Walk, action: TopicAction, to: TopicState, asked: TopicStep): Walk | undefined => {
  const trace = [...walk.trace, { action, from: walk.state, to }];
  if (action === 'takeUp') {
    const done = [...doneAtTakeUp(walk.path)];
    return { ...walk, state: to, done, step: stepsOf(walk.path).find((each) => !done.includes(each)), trace };
  }
  if (action !== 'step') return { ...walk, state: to, trace };
  if (walk.step === undefined || asked !== walk.step) return undefined;
  return { ...walk, state: to, done: [...walk.done, walk.step], step: stepAfter(walk.path, walk.step), trace };
};

describe('随便怎么走', () => {
  const move = fc.record({
    action: fc.constantFrom(...topicActions),
    by: fc.constantFrom(...topicRelations),
    isProofMissing: fc.boolean(),
    hasEnough: fc.boolean(),
    isSupportOver: fc.boolean(),
    skips: fc.nat(2),
  });

  test('从不跳步，从不重做，经过都是表里的路', () => {
    fc.assert(
      fc.property(fc.constantFrom<TopicPath>('seven', 'fast'), fc.array(move, { maxLength: 60 }), (path, moves) => {
        let walk: Walk = { state: 'proposed', path, step: undefined, done: [], trace: [] };
        for (const { action, by, skips, ...given } of moves) {
          const steps = stepsOf(path);
          const here = facts({ state: walk.state, ...given, isLastStep: steps.at(-1) === walk.step });
          const decision = decideTopic(action, here, [by]);
          if (!decision.isAllowed) continue;
          const asked = steps[Math.max(0, steps.indexOf(walk.step ?? 'list')) + skips] ?? steps[0] ?? 'list';
          const next = moved(walk, action, decision.to, asked);
          if (next === undefined) continue;
          if (action === 'step') expect(given.isProofMissing).toBe(false);
          walk = next;
          expect(walk.done).toEqual(steps.slice(0, walk.done.length));
          if (walk.state === 'done') expect(walk.done).toEqual(steps);
        }
        let state: TopicState = 'proposed';
        for (const line of walk.trace) {
          expect(line.from).toBe(state);
          const rows: readonly { from: readonly TopicState[]; to: TopicState | 'same' }[] =
            topicTransitions[line.action];
          expect(
            rows.some(({ from, to }) => from.includes(line.from) && (to === 'same' ? line.from : to) === line.to),
          ).toBe(true);
          state = line.to;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('一直做该做的，七步七次、四步三次走完', () => {
    for (const [path, times] of [
      ['seven', 7],
      ['fast', 3],
    ] as const) {
      let walk = moved(
        { state: 'supported', path, step: undefined, done: [], trace: [] },
        'takeUp',
        'underway',
        'list',
      );
      let count = 0;
      while (walk?.step !== undefined && count < 10) {
        const isLastStep = stepsOf(path).at(-1) === walk.step;
        const decision = decideTopic('step', facts({ state: walk.state, isLastStep }), ['communityStaff']);
        walk = decision.isAllowed ? moved(walk, 'step', decision.to, walk.step) : undefined;
        count += 1;
      }
      expect([walk?.state, count]).toEqual(['done', times]);
    }
  });
});
