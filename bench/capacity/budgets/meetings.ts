import type { Budgets } from '../budget.ts';

export const meetingsBudgets = {
  callMeeting: { floor: [1, 0.5], most: [4, 4] },
  listMeetings: { floor: [0, 1], most: [0, 1.5] },
  changeMeeting: { floor: [1, 0.5], most: [2, 2] },
  getMeeting: { floor: [0, 0.5], most: [0, 1] },
  getCalendarFile: { floor: [0, 0.5], most: [0, 1] },
  stepMeeting: { floor: [1, 0.5], most: [2, 4] },
  getSignInCode: { floor: [0, 1], most: [0, 3] },
  attendMeeting: { floor: [1, 0], most: [3, 2] },
  listAttendee: { floor: [1, 0.5], most: [1, 3] },
  listPaperAttendees: { floor: [1, 1.5], most: [1, 3] },
  writeMinutes: { floor: [1, 0.5], most: [6, 6] },
  signMinutes: { floor: [1, 0.5], most: [2, 4] },
  listMinutes: { floor: [0, 1], most: [0, 2] },
  diffMinutes: { floor: [0, 0.5], most: [0, 2] },
  openAttachment: { floor: [0, 0.5], most: [0, 2] },
  exportMinutes: { floor: [0, 0.5], most: [0, 2.5] },
} satisfies Budgets;
