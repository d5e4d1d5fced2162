export const ticketLimits = {
  description: 500,
  placeLabel: 60,
  note: 500,
  photos: 9,
  pageSize: 20,
  /** The whole queue of one desk that is counted for the head of the page. */
  deskSize: 60,
} as const;
