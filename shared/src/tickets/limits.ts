export const ticketLimits = {
  description: 500,
  placeLabel: 60,
  note: 500,
  /** What a supporting department is to do. */
  task: 100,
  supporting: 8,
  /** Why words or a photo are hidden. */
  reason: 100,
  /** Tickets dispatched in one go. */
  batch: 20,
  /** Similar ones shown while reporting. */
  similar: 5,
  photos: 9,
  pageSize: 20,
  /** The whole queue of one desk that is counted for the head of the page. */
  deskSize: 60,
} as const;
