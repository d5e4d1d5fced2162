export const householdLimits = {
  building: 12,
  entrance: 12,
  room: 12,
  owners: 20,
  ownerName: 20,
  /** A whole building has a few square kilometres at most; in 0.01 m². */
  area: 100_000_000,
  /** Units of one community that a roll may hold; a vote's pack of as many slots still fits one answer. */
  units: 8000,
  fileBytes: 2 * 1024 * 1024,
  problems: 200,
  reason: 200,
  photos: 4,
  claims: 20,
  representatives: 200,
  /** Requests of one person in one community and one day in China: the roll is not there to be guessed at. */
  claimsADay: 5,
} as const;
