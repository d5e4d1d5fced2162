import { expect, test } from 'vitest';
import { type Circumstances, type Condition, conditions } from './conditions.ts';

/** Nothing out of the ordinary has happened yet. */
const plain: Circumstances = {
  state: 'accepted',
  returns: 0,
  rectifications: 0,
  asks: 0,
  isJoined: false,
  isOnBehalf: false,
  isExtensionAsked: false,
  extensions: 0,
  openTasks: 0,
  hasRated: false,
  isRecentlyClosed: false,
};

test.each<[Condition, Partial<Circumstances>, Partial<Circumstances>, string]>([
  ['firstReturn', { returns: 0 }, { returns: 1 }, 'ticket.returnedTwice'],
  ['secondReturn', { returns: 1 }, { returns: 0 }, 'ticket.returnedTwice'],
  ['secondReturn', { returns: 1 }, { returns: 2 }, 'ticket.returnedTwice'],
  ['mayAsk', { asks: 1 }, { asks: 2 }, 'ticket.askedTwice'],
  ['allReported', { openTasks: 0 }, { openTasks: 1 }, 'ticket.tasksOpen'],
  ['taskOpen', { openTasks: 1 }, { openTasks: 0 }, 'ticket.taskReported'],
  ['taskOpen', { openTasks: 1, isTaskOpen: true }, { openTasks: 1, isTaskOpen: false }, 'ticket.taskReported'],
  ['mayExtend', {}, { isExtensionAsked: true }, 'ticket.extensionSpent'],
  ['mayExtend', {}, { extensions: 1 }, 'ticket.extensionSpent'],
  ['extensionAsked', { isExtensionAsked: true }, {}, 'ticket.noExtensionAsked'],
  ['onBehalf', { isOnBehalf: true }, {}, 'ticket.reporterPresent'],
  ['notJoined', {}, { isJoined: true }, 'ticket.joined'],
  ['recentlyClosed', { isRecentlyClosed: true }, {}, 'ticket.closedLongAgo'],
  ['notYetRated', {}, { hasRated: true }, 'ticket.rated'],
  ['firstLowRating', { stars: 1 }, { stars: 3 }, 'ticket.rated'],
  ['firstLowRating', { stars: 2 }, { stars: 2, rectifications: 1 }, 'ticket.rated'],
  ['firstLowRating', { stars: 2 }, {}, 'ticket.rated'],
])('%s：%j 成立，%j 不成立', (name, holding, failing, code) => {
  const { holds, code: named } = conditions[name];
  expect([holds({ ...plain, ...holding }), holds({ ...plain, ...failing }), named]).toEqual([true, false, code]);
});
