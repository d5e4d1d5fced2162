export const rewardLimits = {
  /** What a card and an order show of it; an order has to fit into a kilobyte with its entry. */
  title: 20,
  description: 500,
  place: 30,
  hours: 40,
  supplier: 20,
  photos: 3,
  price: 100_000,
  stock: 100_000,
  /** Of one reward in one order, and the highest limit for a person or household. */
  count: 99,
  holdDays: 30,
  reason: 100,
  pageSize: 20,
  /** Wrong codes that one of the staff may type in so many minutes. */
  tries: 10,
  tryMinutes: 5,
  /** How long before an order lapses its owner is reminded. */
  remindHours: 24,
  /** How long a code that was used, cancelled or has lapsed still says so, before somebody else may get it. */
  codeKeptDays: 30,
  /** How often a code is drawn anew because somebody else has it. */
  codeDraws: 20,
} as const;
