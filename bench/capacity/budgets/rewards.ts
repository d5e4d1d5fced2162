import type { Budgets } from '../budget.ts';

export const rewardsBudgets = {
  makeReward: { floor: [2, 0.5], most: [6, 5] },
  stepReward: { floor: [1, 0.5], most: [4, 6] },
  listRewards: { floor: [0, 1], most: [0, 1] },
  getReward: { floor: [0, 0.5], most: [0, 3] },
  listRewardsForStaff: { floor: [0, 1.5], most: [0, 2] },
  correctStock: { floor: [1, 0.5], most: [4, 6] },
  getRewardForStaff: { floor: [0, 1], most: [0, 4] },
  changeReward: { floor: [2, 0.5], most: [6, 7] },
  redeemReward: {
    floor: [6, 0],
    most: [8, 6.5],
    because: 'and one for the code (docs/adr/0019); one for a turn that bounds how often',
  },
  getOrder: { floor: [0, 0.5], most: [0, 2] },
  findOrder: {
    floor: [1, 0.5],
    most: [2, 4.5],
    because: 'a try is taken before the code is looked at, and given back',
  },
  handOverOrder: { floor: [6, 0.5], most: [8, 8], because: 'what was reserved is paid and the order with it' },
  cancelOrder: {
    floor: [6, 0],
    most: [9, 6],
    because: 'book, entry, stock and order in one transaction; one for a turn that bounds how often',
  },
  cancelForResident: { floor: [6, 0.5], most: [8, 8] },
  listOrders: { floor: [0, 1], most: [0, 1] },
  listCounterOrders: { floor: [0, 1.5], most: [0, 2] },
  listServed: { floor: [1, 1.5], most: [1, 4] },
  redeemForResident: { floor: [6, 0.5], most: [8, 8.5], because: 'and one for the code, one for the log of looks' },
} satisfies Budgets;
