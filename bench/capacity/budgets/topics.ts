import type { Budgets } from '../budget.ts';

export const topicsBudgets = {
  claimHousehold: { floor: [4, 0], most: [4, 2.5] },
  decideClaim: { floor: [8, 0.5], most: [8, 6] },
  proposeTopic: { floor: [1, 0], most: [6, 9.5] },
  supportTopic: { floor: [1, 0], most: [5, 6] },
  getTopic: { floor: [0, 0.5], most: [0, 3] },
  takeUpTopic: { floor: [1, 0.5], most: [3, 5] },
  planTopic: { floor: [1, 0.5], most: [3, 5] },
  announceTopic: { floor: [1, 0.5], most: [3, 5] },
  summariseTopic: { floor: [1, 0.5], most: [3, 5] },
  finishStep: { floor: [1, 0.5], most: [4, 9] },
  orderTicket: { floor: [1, 0.5], most: [4, 9.5] },
  rateTopic: { floor: [1, 0], most: [1, 2] },
  refuseTopic: { floor: [1, 0.5], most: [2, 3] },
  withdrawTopic: { floor: [1, 0], most: [2, 2] },
  addVoice: { floor: [1, 0], most: [2, 5], because: 'one for a turn that bounds how often' },
  listVoices: { floor: [0, 1], most: [0, 4] },
  reactToVoice: { floor: [1, 0], most: [1, 3] },
  flagVoice: { floor: [1, 0], most: [2, 4] },
  judgeWords: { floor: [1, 0.5], most: [4, 3], because: 'the voice and the count of its stance in one transaction' },
  listHeldWords: { floor: [0, 1.5], most: [0, 2] },
  appealWords: { floor: [1, 0], most: [1, 3] },
  listTopics: { floor: [0, 1], most: [0, 3] },
  getHallOverview: {
    floor: [0, 1],
    most: [0, 7],
    because:
      'votes, meetings and four groups of topics in one request; an open vote adds two and a half for its turnout and the reader’s own places',
  },
  getHallDesk: { floor: [0, 1.5], most: [0, 7.5], because: 'ten lists in one request, half a unit at least for each' },
} satisfies Budgets;
