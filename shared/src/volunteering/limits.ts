export const volunteeringLimits = {
  title: 30,
  words: 600,
  place: 40,
  name: 20,
  relation: 10,
  skills: 6,
  /** All places and those who wait stand in one item: one write decides who has the last one. */
  places: 200,
  waitingPlaces: 50,
  /** People who ever signed up to one activity, also those who have withdrawn. */
  names: 400,
  changes: 20,
  longestHours: 12,
  /** Checking in may begin this long before the start. */
  startBeforeMinutes: 60,
  /** Tries at the code in so many minutes. */
  tries: 5,
  tryMinutes: 5,
  /** Somebody who stayed this much longer than planned is looked at by a person. */
  overrunMinutes: 60,
  /** Further from the place than this is looked at by a person. */
  farMetres: 1000,
  /** Distances are kept in such steps: how far, never where. */
  metreStep: 100,
  mostMinutes: 720,
  reason: 200,
  /** Written by staff into one person's record. */
  learnt: 100,
  /** Checks in and out of one person at one activity, corrections included. */
  presences: 20,
  certificateLines: 300,
  pageSize: 20,
} as const;
