/** Named so that forms, schemas and imports agree. */
export const voteLimits = {
  options: 50,
  optionText: 200,
  question: 500,
  title: 60,
  score: 100,
  allotment: 1_000_000,
  moneyFen: 1_000_000_000_00,
  /** 0.01 m²: a hundred hectares, more than any exclusive part. */
  area: 100_000_000,
  unitsOfSlot: 5000,
} as const;
