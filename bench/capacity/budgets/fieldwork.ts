import type { Budgets } from '../budget.ts';

export const fieldworkBudgets = {
  makePatrol: {
    floor: [1, 0.5],
    most: [2, 2.5],
  },
  checkPatrolItem: { floor: [1, 0.5], most: [1, 3] },
  listPatrols: { floor: [0, 1.5], most: [0, 2] },
  recordVisit: {
    floor: [1, 0.5],
    most: [6, 6.5],
    because: 'with a ticket that comes of it; one for a turn that bounds how often',
  },
  listVisits: { floor: [0, 1.5], most: [0, 2] },
  putTemplates: { floor: [1, 0.5], most: [1, 1] },
  getTemplates: { floor: [0, 1], most: [0, 2] },
  listActivity: { floor: [0, 1.5], most: [0, 2] },
} satisfies Budgets;
