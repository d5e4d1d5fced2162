/** Named numbers of patrols and visits, used by form and server alike. */
export const fieldworkLimits = {
  /** Of one patrol. */
  items: 20,
  item: 100,
  placeLabel: 60,
  note: 200,
  photos: 3,
  /** How many days ahead a patrol can be set. */
  aheadDays: 60,
  household: 20,
  /** What one household raised in one visit. */
  raised: 8,
  said: 200,
  answer: 200,
  ticketPhotos: 6,
  /** A visit is written down at most so many days after it. */
  sinceDays: 30,
  patrolPage: 20,
  /** Every ticket of a visit is looked up for its state. */
  visitPage: 10,
} as const;
