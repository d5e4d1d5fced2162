import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circumstances, type Condition, conditions } from './conditions.ts';
import { sixSteps, stateLabel, stepIndex } from './labels.ts';
import { deskOf, isFinished, type TicketState, ticketStates } from './states.ts';
import {
  decide,
  isInternal,
  isMark,
  isSideline,
  openSteps,
  type Relation,
  relationNames,
  type Step,
  statesBefore,
  stepNames,
  transitions,
} from './transitions.ts';

/** Nothing out of the ordinary has happened, and it was closed today. */
const plain: Circumstances = {
  state: 'reported',
  before: 'accepted',
  returns: 0,
  rectifications: 0,
  asks: 0,
  isJoined: false,
  isOnBehalf: false,
  isExtensionAsked: false,
  extensions: 0,
  openTasks: 0,
  hasRated: false,
  isRecentlyClosed: true,
};
const at = (state: TicketState, facts: Partial<Circumstances> = {}): Circumstances => ({ ...plain, ...facts, state });
const taken = (step: Step, facts: Circumstances, ...relations: Relation[]) => {
  const decision = decide(step, facts, relations);
  return decision.isAllowed ? decision.to : decision.code;
};

const anyFacts = fc.record<Circumstances>({
  state: fc.constantFrom(...ticketStates),
  before: fc.constantFrom(undefined, 'reported', 'filed', 'dispatched', 'accepted', 'rework'),
  returns: fc.nat({ max: 3 }),
  rectifications: fc.nat({ max: 2 }),
  asks: fc.nat({ max: 3 }),
  isJoined: fc.boolean(),
  isOnBehalf: fc.boolean(),
  isExtensionAsked: fc.boolean(),
  extensions: fc.nat({ max: 1 }),
  openTasks: fc.nat({ max: 2 }),
  isTaskOpen: fc.constantFrom(undefined, true, false),
  hasRated: fc.boolean(),
  isRecentlyClosed: fc.boolean(),
  stars: fc.constantFrom(undefined, 1, 2, 3, 5),
});
const anyRelations = fc.uniqueArray(fc.constantFrom(...relationNames));
const anyStep = fc.constantFrom(...stepNames);

/** What each may do in each state when nothing stands in the way: written by hand, read beside the requirements. */
const matrix: Record<TicketState, Partial<Record<Relation, string>>> = {
  reported: {
    system: 'file',
    reporter: 'withdraw',
    gridWorker: 'file decline ask',
    communityStaff: 'file decline ask merge',
    coordinator: 'merge',
  },
  filed: {
    system: 'dispatch',
    reporter: 'withdraw',
    communityStaff: 'dispatch joint park merge',
    coordinator: 'dispatch joint park merge',
  },
  dispatched: {
    reporter: 'withdraw',
    handler: 'accept return handOver',
    communityStaff: 'park merge',
    coordinator: 'dispatch joint park merge',
  },
  accepted: {
    handler: 'ask progress askExtension resolve handOver',
    communityStaff: 'park merge',
    coordinator: 'dispatch joint park merge',
  },
  returned: { communityStaff: 'dispatch joint park merge', coordinator: 'dispatch joint park merge' },
  disputed: { communityStaff: 'park merge', coordinator: 'dispatch joint park merge' },
  waiting: { reporter: 'answer', handler: 'handOver' },
  resolved: { reporter: 'confirm rework', gridWorker: 'confirm rework', communityStaff: 'confirm rework' },
  rework: {
    handler: 'ask progress askExtension resolve handOver',
    communityStaff: 'park',
    coordinator: 'dispatch joint park',
  },
  closed: { reporter: 'rate reopen', joiner: 'rate reopen' },
  rated: { reporter: 'rate reopen', joiner: 'rate reopen' },
  parked: { communityStaff: 'unpark', coordinator: 'unpark' },
  declined: {},
  withdrawn: {},
  merged: { communityStaff: 'unmerge', coordinator: 'unmerge' },
};
const places = ticketStates.flatMap((state) => relationNames.map((relation) => [state, relation] as const));

test.each(places)('%s 时，%s 能走的正是手写的这几步', (state, relation) => {
  const open = openSteps(at(state), [relation]).filter((step) => step !== 'remark');
  expect(open.join(' ')).toBe(matrix[state][relation] ?? '');
});

type Row = { from: readonly TicketState[]; to: string; by: readonly Relation[]; when?: readonly Condition[] };
const rowsOf = (step: Step): readonly Row[] => transitions[step].rows;
const isHis =
  (relations: readonly Relation[]) =>
  ({ by }: Row) =>
    by.some((each) => relations.includes(each));

describe('表与判断是一回事', () => {
  const check = (holds: (step: Step, facts: Circumstances, relations: Relation[]) => boolean) =>
    fc.check(fc.property(anyStep, anyFacts, anyRelations, holds), { seed: 20261122, numRuns: 3000 }).counterexample;

  test('成的一步必有一行在这里起步、归他、条件都成立，去处就是那一行写的', () => {
    const wrong = check((step, facts, relations) => {
      const decision = decide(step, facts, relations);
      const fitting = rowsOf(step)
        .filter(isHis(relations))
        .filter(
          ({ from, when = [] }) => from.includes(facts.state) && when.every((each) => conditions[each].holds(facts)),
        );
      const [first] = fitting;
      if (decision.isAllowed) {
        const to = first?.to === 'same' ? facts.state : first?.to === 'before' ? facts.before : first?.to;
        return relations.includes(decision.by) && decision.to === to;
      }
      const isOwn = relations.includes('handler') || relations.includes('supporter');
      const isOwnCheck = isOwn && (step === 'confirm' || step === 'rework');
      return first === undefined || isOwnCheck || (first.to === 'before' && facts.before === undefined);
    });
    expect(wrong).toBeNull();
  });

  test('不归他的是没有权限，归他而时候不对的是还不能做，时候对而条件不成立的说是哪一条', () => {
    const wrong = check((step, facts, relations) => {
      const decision = decide(step, facts, relations);
      if (decision.isAllowed) return true;
      const mine = rowsOf(step).filter(isHis(relations));
      const here = mine.filter(({ from }) => from.includes(facts.state));
      if (decision.code === 'access.denied') return mine.length === 0 || ['confirm', 'rework'].includes(step);
      if (decision.code === 'ticket.stepNotAllowed') return here.length === 0 || facts.before === undefined;
      const failing = here.flatMap(({ when = [] }) => when.filter((each) => !conditions[each].holds(facts)));
      return failing.some((each) => conditions[each].code === decision.code);
    });
    expect(wrong).toBeNull();
  });

  test('能走的正是判断说成的，时钟与审核的不在其中；外人什么也做不了', () => {
    const wrong = check((step, facts, relations) => {
      const isOpen = openSteps(facts, relations).some((each) => each === step);
      return (
        isOpen === (!isMark(step) && decide(step, facts, relations).isAllowed) && openSteps(facts, []).length === 0
      );
    });
    expect(wrong).toBeNull();
  });

  test('时钟写的只有时钟能写，公开审核只归社区与街道', () => {
    const people = relationNames.filter((each) => each !== 'system');
    for (const mark of ['answerTimeout', 'warning', 'overdue', 'escalation'] as const) {
      expect(taken(mark, at('waiting'), ...people)).toBe('access.denied');
      expect(taken(mark, at('waiting'), 'system')).toBe(mark === 'answerTimeout' ? 'accepted' : 'waiting');
    }
    expect(people.filter((each) => decide('review', at('closed'), [each]).isAllowed)).toEqual([
      'communityStaff',
      'coordinator',
    ]);
  });
});

describe('退回与吹哨', () => {
  test('第一次退到社区，第二次交街道协调，第三次不许', () => {
    expect(taken('return', at('dispatched'), 'handler')).toBe('returned');
    expect(taken('return', at('dispatched', { returns: 1 }), 'handler')).toBe('disputed');
    expect(taken('return', at('dispatched', { returns: 2 }), 'handler')).toBe('ticket.returnedTwice');
  });

  test('两次退回以后，只有街道能再派', () => {
    for (const step of ['dispatch', 'joint'] as const) {
      expect(taken(step, at('disputed', { returns: 2 }), 'communityStaff')).toBe('ticket.stepNotAllowed');
      expect(taken(step, at('disputed', { returns: 2 }), 'coordinator')).toBe('dispatched');
      expect(taken(step, at('returned', { returns: 1 }), 'communityStaff')).toBe('dispatched');
    }
  });

  test('接了单就不能退', () => {
    expect(taken('return', at('accepted'), 'handler')).toBe('ticket.stepNotAllowed');
  });

  test('协办没回复齐，牵头交不了；回复过的不再回复', () => {
    expect(taken('resolve', at('accepted', { openTasks: 1 }), 'handler')).toBe('ticket.tasksOpen');
    expect(taken('resolve', at('accepted'), 'handler')).toBe('resolved');
    expect(taken('reply', at('accepted', { openTasks: 2, isTaskOpen: true }), 'supporter')).toBe('accepted');
    expect(taken('reply', at('accepted', { openTasks: 1, isTaskOpen: false }), 'supporter')).toBe(
      'ticket.taskReported',
    );
    expect(taken('excuse', at('accepted', { openTasks: 1, isTaskOpen: true }), 'coordinator')).toBe('accepted');
    expect(taken('excuse', at('accepted', { openTasks: 1 }), 'communityStaff')).toBe('access.denied');
  });
});

describe('核查、评价、重新打开', () => {
  test('经办与协办的部门不能核查自己办的事，有别的身份也不能', () => {
    for (const step of ['confirm', 'rework'] as const) {
      expect(taken(step, at('resolved'), 'gridWorker')).not.toBe('access.denied');
      for (const own of ['handler', 'supporter'] as const) {
        for (const other of ['reporter', 'gridWorker', 'communityStaff'] as const) {
          expect(taken(step, at('resolved'), own, other)).toBe('access.denied');
        }
      }
    }
    expect(openSteps(at('resolved'), ['handler', 'communityStaff'])).toEqual(['remark']);
  });

  test('两星以下再整改一次，只有一次', () => {
    expect(taken('rate', at('closed', { stars: 2 }), 'reporter')).toBe('rework');
    expect(taken('rate', at('rated', { stars: 1 }), 'joiner')).toBe('rework');
    expect(taken('rate', at('closed', { stars: 3 }), 'reporter')).toBe('rated');
    expect(taken('rate', at('closed', { stars: 1, rectifications: 1 }), 'reporter')).toBe('rated');
    expect(taken('rate', at('rated', { stars: 1, hasRated: true }), 'reporter')).toBe('ticket.rated');
  });

  test('过了期限不能重新打开；没有关注过的人不能', () => {
    expect(taken('reopen', at('rated'), 'joiner')).toBe('rework');
    expect(taken('reopen', at('closed', { isRecentlyClosed: false }), 'reporter')).toBe('ticket.closedLongAgo');
    expect(taken('reopen', at('closed'), 'gridWorker')).toBe('access.denied');
  });

  test('社区只替没有小程序的居民回答、评价、重新打开；不成时说的是真正的缘由', () => {
    const own = { stars: 5 };
    expect(taken('rate', at('closed', own), 'communityStaff')).toBe('ticket.reporterPresent');
    expect(taken('rate', at('closed', { ...own, isOnBehalf: true }), 'communityStaff')).toBe('rated');
    expect(taken('rate', at('closed', { stars: 1, isOnBehalf: true }), 'communityStaff')).toBe('rework');
    expect(taken('rate', at('rated', { ...own, isOnBehalf: true, hasRated: true }), 'communityStaff')).toBe(
      'ticket.rated',
    );
    expect(taken('reopen', at('closed'), 'communityStaff')).toBe('ticket.reporterPresent');
    expect(taken('reopen', at('closed', { isOnBehalf: true, isRecentlyClosed: false }), 'communityStaff')).toBe(
      'ticket.closedLongAgo',
    );
    expect(taken('answer', at('waiting'), 'communityStaff')).toBe('ticket.reporterPresent');
    expect(taken('answer', at('waiting', { isOnBehalf: true }), 'communityStaff')).toBe('accepted');
  });
});

describe('停下来与撤回', () => {
  test.each(['reported', 'accepted', 'rework'] as const)('问居民以前在 %s，答了或等不到都回到那里', (before) => {
    expect(taken('ask', at(before), before === 'reported' ? 'gridWorker' : 'handler')).toBe('waiting');
    expect(taken('answer', at('waiting', { before }), 'reporter')).toBe(before);
    expect(taken('answerTimeout', at('waiting', { before }), 'system')).toBe(before);
  });

  test('部门至多问两次', () => {
    expect(taken('ask', at('accepted', { asks: 1 }), 'handler')).toBe('waiting');
    expect(taken('ask', at('accepted', { asks: 2 }), 'handler')).toBe('ticket.askedTwice');
  });

  test.each(['filed', 'dispatched', 'accepted', 'returned', 'disputed', 'rework'] as const)(
    '%s 可以挂账，销账后回到那里',
    (before) => {
      expect(taken('park', at(before), 'communityStaff')).toBe('parked');
      expect(taken('unpark', at('parked', { before }), 'communityStaff')).toBe(before);
      expect(taken('park', at(before), 'handler')).toBe('access.denied');
    },
  );

  test('合并后拆开，回到原处', () => {
    expect(taken('merge', at('accepted'), 'communityStaff')).toBe('merged');
    expect(taken('unmerge', at('merged', { before: 'accepted' }), 'communityStaff')).toBe('accepted');
    expect(taken('merge', at('resolved'), 'communityStaff')).toBe('ticket.stepNotAllowed');
  });

  test('有人同感就不能撤回，有人接单也不能', () => {
    expect(taken('withdraw', at('dispatched'), 'reporter')).toBe('withdrawn');
    expect(taken('withdraw', at('dispatched', { isJoined: true }), 'reporter')).toBe('ticket.joined');
    expect(taken('withdraw', at('accepted'), 'reporter')).toBe('ticket.stepNotAllowed');
    expect(taken('withdraw', at('dispatched'), 'joiner')).toBe('access.denied');
  });

  test('延期问过一次，批复了才算', () => {
    expect(taken('askExtension', at('accepted'), 'handler')).toBe('accepted');
    expect(taken('askExtension', at('accepted', { isExtensionAsked: true }), 'handler')).toBe('ticket.extensionSpent');
    expect(taken('grantExtension', at('accepted'), 'communityStaff')).toBe('ticket.noExtensionAsked');
    expect(taken('refuseExtension', at('accepted', { isExtensionAsked: true }), 'coordinator')).toBe('accepted');
    expect(taken('grantExtension', at('accepted', { isExtensionAsked: true }), 'handler')).toBe('access.denied');
  });
});

describe('整张表', () => {
  test('除了办结的，谁手上都有人：每个未完状态都有坐席，坐席上有人能走下一步', () => {
    const seated: Record<string, Relation> = {
      department: 'handler',
      filing: 'gridWorker',
      grid: 'gridWorker',
      community: 'communityStaff',
      street: 'coordinator',
      before: 'reporter',
    };
    const open = ticketStates.filter((each) => !isFinished(each));
    const stuck = open.filter(
      (each) =>
        openSteps(at(each), [seated[deskOf(each)] ?? 'system']).filter((step) => !isSideline(step)).length === 0,
    );
    expect(stuck).toEqual([]);
  });

  test('从上报出发，每个状态都走得到；每个状态都走得到结束', () => {
    const next = (state: TicketState): TicketState[] =>
      stepNames.flatMap((step) => {
        if (!statesBefore(step).includes(state)) return [];
        return transitions[step].rows.flatMap(({ from, to }) => {
          const begins = (from as readonly TicketState[]).includes(state);
          return !begins || to === 'same' ? [] : to === 'before' ? (['accepted'] as const) : [to];
        });
      });
    const reach = (from: TicketState, seen = new Set<TicketState>()): Set<TicketState> => {
      if (seen.has(from)) return seen;
      seen.add(from);
      for (const each of next(from)) reach(each, seen);
      return seen;
    };
    expect([...reach('reported')].toSorted()).toEqual([...ticketStates].toSorted());
    expect(ticketStates.filter((each) => ![...reach(each)].some(isFinished))).toEqual([]);
  });

  test('只给工作人员看的，都不使别人的页面变旧', () => {
    expect(stepNames.filter((step) => isInternal(step) && !isSideline(step))).toEqual([]);
  });

  test('六步条上每个状态都有位置和名字', () => {
    expect(ticketStates.every((each) => stepIndex[each] >= 0 && stepIndex[each] <= sixSteps.length)).toBe(true);
    expect(new Set(Object.values(stateLabel)).size).toBe(ticketStates.length);
  });
});
