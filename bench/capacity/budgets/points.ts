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
  showMe: { floor: [1, 0], most: [1, 9], because: 'answers with the whole page of honours' },
  getHonours: { floor: [0, 0.5], most: [0, 9], because: 'a book for each who agreed to be named' },
  commend: { floor: [1, 0.5], most: [1, 7.5], because: 'answers with the whole page of honours' },
  getOpenBook: { floor: [0, 0.5], most: [0, 2] },
  getLedgerFile: { floor: [0, 0.5], most: [0, 7.5] },
} satisfies Budgets;
