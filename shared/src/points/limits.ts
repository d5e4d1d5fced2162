/** How much one member of staff may correct alone; above it a second one has to agree within some days. */
export const correctionLimits = { alone: { points: 200, minutes: 600 }, days: 7, reason: 200 } as const;
/** How long a member of staff may reckon with: a day is enough to see a new rule coming. */
export const ruleLimits = { amount: 1000, perDay: 10_000, perMonth: 100_000, mostKept: 1_000_000 } as const;
/** Lines on the first screen. */
export const shownLines = 5;
