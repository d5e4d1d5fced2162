export const meetingLimits = {
  title: 40,
  place: 60,
  agenda: 12,
  agendaItem: 80,
  person: 20,
  topics: 5,
  section: 6000,
  sections: 12,
  resolutions: 10,
  resolution: 400,
  photos: 9,
  attachments: 9,
  /** Names listed on paper that one page shows. */
  attendees: 500,
  pageSize: 20,
  /** A meeting holds its changes and its signatures: one that is changed more often is cancelled and called anew. */
  changes: 20,
  versions: 50,
  /** Tries at the code in so many minutes. */
  tries: 5,
  tryMinutes: 5,
  /** A meeting that runs over is still one of today for so long. */
  overrunHours: 4,
  longestHours: 12,
  /** Signing in begins this long before the start. */
  signInBeforeMinutes: 60,
} as const;
