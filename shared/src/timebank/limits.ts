/** Named numbers of the time bank (时间银行), for forms and server alike. Minutes are whole. */
export const timebankLimits = {
  words: 200,
  call: 10,
  reason: 100,
  /** One help: from ten minutes to a working day. */
  leastMinutes: 10,
  mostMinutes: 480,
  /** What somebody gives away at once: at most the cap of an account. */
  mostGiven: 90_000,
  /** Promised to one elder at once. */
  mostPromised: 6_000,
  /** Listings that one person keeps open in one community. */
  openListings: 20,
  pageSize: 20,
  /** How many of the newest are looked through for what fits, and how many are shown. */
  looked: 60,
  matches: 5,
  kin: 10,
  /** How far ahead a help is agreed. */
  aheadDays: 60,
  /** A listing that nobody renewed ends by itself. */
  listedDays: 180,
  /** An answer that was not taken up lapses. */
  answerDays: 7,
  /** After the agreed time: both are reminded; when neither says anything, what was held comes free. */
  remindDays: 1,
  lapseDays: 14,
  /** After one side has confirmed: the other is reminded; then it goes to the community as mediator. */
  askAgainDays: 3,
  mediateDays: 7,
  /** Holds hours and has spent none for so long: may hear what neighbours offer, and again after `nudgeEveryDays` at the earliest. */
  idleDays: 60,
  nudgeEveryDays: 30,
  kinCodeHours: 24,
  /** Tries at a family code: eight digits that nobody gets by guessing. */
  kinTries: { most: 5, minutes: 10 },
} as const;
