import type { Budgets } from '../budget.ts';

export const peopleBudgets = {
  signIn: { floor: [0, 0], most: [4, 3], because: 'one for a turn that bounds how often' },
  getMe: { floor: [0, 0.5], most: [0, 2] },
  listConsents: { floor: [0, 1], most: [0, 1] },
  accept: { floor: [1, 0.5], most: [4, 2.5] },
  listNotices: { floor: [0, 1], most: [0, 2] },
  readNotices: { floor: [1, 0], most: [1, 0] },
  addSubscriptions: { floor: [1, 0], most: [1, 2] },
  getSubscriptions: { floor: [0, 0.5], most: [0, 2] },
  listAccessLog: { floor: [0, 0.5], most: [0, 0.5] },
  setAway: {
    floor: [2, 0.5],
    most: [2, 1],
  },
  listColleagues: { floor: [0, 1.5], most: [0, 2] },
  locate: { floor: [0, 0.5], most: [0, 0.5] },
  getCommunity: { floor: [0, 0.5], most: [0, 1.5] },
  listCommunities: { floor: [0, 0.5], most: [0, 0.5] },
  getDuty: { floor: [0, 0.5], most: [0, 1] },
  listDutyVersions: { floor: [0, 0.5], most: [0, 0.5] },
  changeDuty: { floor: [1, 0.5], most: [1, 3] },
  createUpload: { floor: [1, 0], most: [2, 1], because: 'one for a turn that bounds how often' },
  getUpload: { floor: [0, 0.5], most: [0, 1] },
  createFileUpload: { floor: [1, 0.5], most: [2, 2], because: 'one for a turn that bounds how often' },
  getFileUpload: { floor: [0, 1], most: [0, 2] },
  withdrawConsent: { floor: [1, 0], most: [1, 2] },
} satisfies Budgets;
