import type { Budgets } from '../budget.ts';

export const pointsBudgets = {
  getPoints: { floor: [0, 0.5], most: [0, 5] },
  getBooks: { floor: [0, 0.5], most: [0, 2] },
  listLines: { floor: [0, 1], most: [0, 1.5] },
  listRules: { floor: [0, 1], most: [0, 1] },
  getStatement: { floor: [0, 0.5], most: [0, 3.5] },
  findBook: { floor: [1, 1], most: [1, 5.5] },
  correct: { floor: [4, 0.5], most: [6, 3.5] },
  decideCorrection: { floor: [6, 0.5], most: [6, 5] },
  listCorrections: { floor: [0, 1.5], most: [0, 3] },
  publishRule: { floor: [1, 0.5], most: [1, 4] },
  showMe: { floor: [1, 0], most: [2, 5.5], because: 'named, then ranked; answers with the whole page of honours' },
  getHonours: {
    floor: [0, 0.5],
    most: [0, 3.5],
    because: 'half a unit more for each of at most twenty commended whom the ranking does not name',
  },
  commend: { floor: [1, 0.5], most: [1, 6.5], because: 'answers with the whole page of honours' },
  getOpenBook: { floor: [0, 0.5], most: [0, 2] },
  getLedgerFile: { floor: [0, 0.5], most: [0, 7.5] },
} satisfies Budgets;
