/** Named numbers of the responsibility list, used by form and server alike. */
export const dutyLimits = {
  /** In one version; with all their fields they fit into a request. */
  changes: 30,
  reason: 200,
  stages: 4,
  supporting: 10,
} as const;
