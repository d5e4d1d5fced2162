export const topicLimits = {
  title: 40,
  words: 2000,
  note: 500,
  effect: 100,
  comment: 500,
  summary: 1000,
  photos: 9,
  tickets: 10,
  supporters: 5000,
  pageSize: 20,
  /** Topics that one person may propose on one day in a community. */
  perDay: 3,
  /** A topic is one document that holds its trace, so what staff may write again and again has an end. */
  announcements: 8,
  summaries: 10,
  plans: 20,
  heldPage: 20,
} as const;
