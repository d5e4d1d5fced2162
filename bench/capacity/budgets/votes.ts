import type { Budgets } from '../budget.ts';

export const votesBudgets = {
  listRuleSets: { floor: [0, 0], most: [0, 0] },
  announceVote: { floor: [1, 0.5], most: [5, 5] },
  cancelVote: { floor: [1, 0.5], most: [5, 7] },
  getVote: { floor: [0, 0.5], most: [0, 6] },
  castBallot: { floor: [1, 0], most: [1, 4], because: 'rights and the vote are read fresh: binding, vote, slot, roll' },
  getReceipt: { floor: [0, 0.5], most: [0, 4] },
  findSlots: { floor: [0, 1], most: [0, 4] },
  enterPaper: { floor: [4, 0.5], most: [6, 7] },
  decidePaper: { floor: [4, 0.5], most: [6, 6] },
  listPaper: {
    floor: [0, 1.5],
    most: [0, 4.5],
    because: 'the vote of 5 KB, and half a unit for each sheet of the page',
  },
  listHeads: { floor: [0, 1], most: [0, 3] },
  extendVote: { floor: [1, 0.5], most: [6, 8] },
  listVotes: {
    floor: [0, 1],
    most: [0, 3],
    because: 'an open vote adds two and a half for its turnout and the reader’s own places',
  },
  settlePaper: { floor: [1, 0.5], most: [11, 17], because: 'a count follows in the same request' },
  publishResult: { floor: [1, 0.5], most: [7, 15], because: 'the tally is made anew from the slots' },
  getPack: { floor: [0, 0.5], most: [0, 8] },
  object: { floor: [1, 0], most: [1, 6] },
  listObjections: { floor: [0, 1], most: [0, 3] },
  listHeldObjections: { floor: [0, 1.5], most: [0, 3] },
  judgeObjection: { floor: [1, 0.5], most: [1, 4] },
  answerObjection: { floor: [1, 0.5], most: [1, 4] },
  getOpenings: { floor: [1, 1], most: [1, 7] },
} satisfies Budgets;
