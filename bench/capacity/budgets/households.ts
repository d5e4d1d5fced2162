import type { Budgets } from '../budget.ts';

export const householdsBudgets = {
  previewRoll: { floor: [0, 0.5], most: [0, 2] },
  importRoll: {
    floor: [4, 0.5],
    most: [9, 3],
    because: 'four units in two parts of the roll; a unit for each KB of it',
  },
  getRoll: { floor: [0, 1], most: [0, 3] },
  listUnits: { floor: [1, 1.5], most: [1, 5] },
  withdrawClaim: { floor: [4, 0], most: [4, 2] },
  listClaims: {
    floor: [20, 1.5],
    most: [20, 15.5],
    because:
      'each who asks may read who looked: a line for each; each request is read, and each unit once with who is bound to it',
  },
  listMyHouseholds: { floor: [0, 0.5], most: [0, 0.5] },
  listCandidates: { floor: [1, 1.5], most: [2, 4] },
  addRepresentative: { floor: [4, 0.5], most: [5, 9] },
  listRepresentatives: { floor: [1, 1.5], most: [1, 4] },
  countRepresentatives: { floor: [0, 0.5], most: [0, 1] },
  removeRepresentative: { floor: [4, 0.5], most: [4, 6] },
  transferUnit: { floor: [4, 0.5], most: [8, 7] },
} satisfies Budgets;
