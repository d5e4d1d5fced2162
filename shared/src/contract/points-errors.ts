/** What can go wrong around points, volunteering, the time bank and rewards beside what can anywhere; only their functions know it. */
export const pointsErrors = {
  'transfer.refused': { status: 409, message: '没有记上，账上没有变化' },
} as const satisfies Record<string, { status: number; message: string }>;
