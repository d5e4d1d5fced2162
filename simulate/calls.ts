import type { Stores } from '../functions/src/stores.ts';

/**
 * What a call is to DynamoDB, for what can happen to it. `index`: a read that may be behind; `lagging`: the same unless it asks for the exact
 * state; `transaction`: answers false also when somebody else writes one of its items at that moment; `many`: writes one item after the
 * other, so that some may be there without the rest; `flow`: streams that read page after page; `says`: leaves only later, in the transaction of another call.
 */
export type CallKind = 'read' | 'index' | 'lagging' | 'write' | 'transaction' | 'many' | 'flow' | 'says';

/** Every method of every store: one that is missing here does not compile, so nothing leaves a process without the dice. */
type CallsOf<Store> = { [Method in keyof Store]: CallKind };

export const calls: { [Name in keyof Stores]: CallsOf<Stores[Name]> } = {
  people: {
    ...{ known: 'read', find: 'read', seats: 'read', staffOf: 'read', onDuty: 'read' },
    ...{ admit: 'write', grant: 'write', revoke: 'write', setAway: 'write' },
  },
  turns: { isLeft: 'read', take: 'write' },
  consents: { isGiven: 'read', list: 'read', give: 'write', withdraw: 'write' },
  accessLog: { note: 'write', list: 'read' },
  notices: {
    ...{ list: 'read', countUnread: 'read', countAllowances: 'read' },
    ...{ keep: 'write', claimPush: 'write', markRead: 'write', allow: 'write', spendAllowance: 'write' },
  },
  held: { hold: 'write', due: 'flow', drop: 'write' },
  accessTokens: { find: 'read', save: 'write' },
  places: {
    ...{ dutiesFrom: 'read', newestDuty: 'read', findDutyBy: 'read', listDuties: 'read', findCommunity: 'read' },
    ...{ communitiesAt: 'read', list: 'read', putDuty: 'write', putCommunity: 'many' },
  },
  replyTemplates: { find: 'read', put: 'write' },
  tickets: {
    ...{ open: 'write', find: 'read', take: 'transaction', judge: 'write', watch: 'write', setJoins: 'write' },
    ...{ tieTopic: 'write', layTasks: 'many', mergedHere: 'read', list: 'index', listDue: 'index' },
    cursorAfter: 'says',
  },
  joiners: { join: 'write', leave: 'write', ways: 'read', of: 'read', broughtBy: 'read', joinedBy: 'index' },
  comments: { add: 'write', find: 'read', judge: 'write', list: 'read' },
  objections: { object: 'write', list: 'read' },
  patrols: { make: 'write', locate: 'read', check: 'write', list: 'read' },
  visits: { keep: 'write', find: 'read', list: 'read' },
  activity: { keep: 'write', list: 'read' },
  topics: {
    ...{ open: 'write', find: 'read', save: 'write', takePlace: 'write', placesTaken: 'read' },
    ...{ list: 'index', listWaiting: 'index', listDue: 'index' },
  },
  voices: { add: 'write', find: 'read', save: 'transaction', list: 'read', stances: 'index', listWaiting: 'index' },
  marks: { set: 'write', find: 'read', reactionsOf: 'index', count: 'read', whoOf: 'read' },
  topicObjections: { object: 'write', list: 'read' },
  rolls: {
    ...{ current: 'read', begin: 'write', attempts: 'read', forget: 'write', clear: 'many', putUnits: 'many' },
    ...{ advance: 'transaction', lineOf: 'read', units: 'read', unit: 'read', unitsAt: 'read' },
  },
  claims: {
    ...{ find: 'read', standing: 'read', bindingsOf: 'read', change: 'transaction', bound: 'read' },
    ...{ listOf: 'index', waiting: 'index', formerlyBound: 'read' },
  },
  representatives: { current: 'read', advance: 'transaction', lineOf: 'read', lines: 'read' },
  meetings: {
    ...{ find: 'read', save: 'transaction', list: 'index', idsOf: 'read', findMinutes: 'read' },
    listMinutes: 'read',
  },
  attendance: {
    ...{ signIn: 'write', find: 'read', list: 'write', findPaper: 'read', onPaper: 'read', count: 'read' },
    takeTry: 'write',
  },
  votes: {
    ...{ announce: 'write', find: 'read', write: 'write', wake: 'write' },
    ...{ list: 'index', ofTopic: 'read', listDue: 'index' },
  },
  ballots: {
    ...{ freeze: 'many', findSlot: 'read', slots: 'lagging', write: 'transaction', transfers: 'read' },
    ...{ findPaper: 'read', papers: 'read', listPaper: 'index', ledger: 'read', noteRefusal: 'write' },
    refusals: 'read',
  },
  voteLog: {
    ...{ append: 'write', read: 'read', newestHeads: 'read', keepProgress: 'write', progress: 'read' },
    ...{ noteLook: 'write', looks: 'read' },
  },
  voteObjections: {
    ...{ add: 'write', answer: 'write', find: 'read', judge: 'write', decide: 'write' },
    ...{ held: 'index', list: 'read', all: 'read' },
  },
  ledger: {
    ...{ book: 'read', find: 'read', write: 'transaction', refuse: 'write', list: 'index', between: 'index' },
    books: 'index',
  },
  rules: { publish: 'write', list: 'read' },
  corrections: { find: 'read', keep: 'transaction', list: 'read', due: 'index' },
  openBook: { keepMoved: 'many', close: 'transaction', checkpoints: 'read', moved: 'read', months: 'read' },
  activities: { find: 'read', save: 'write', signUp: 'write', withdraw: 'write', list: 'index' },
  volunteers: {
    ...{ findProfile: 'read', saveProfile: 'write', listVolunteers: 'index', findParticipation: 'read' },
    ...{ saveParticipation: 'write', participationsOf: 'read', listFlagged: 'index', keepLearnt: 'write' },
    ...{ learntOf: 'read', keepCertificate: 'write', findCertificate: 'read', certificatesOf: 'read' },
    ...{ certificateByCode: 'index', revoke: 'write', takeTry: 'write' },
  },
  rewards: {
    ...{ stock: 'read', version: 'read', line: 'read', lines: 'read' },
    ...{ make: 'transaction', change: 'transaction', step: 'transaction', correct: 'transaction' },
    ...{ taken: 'says', givenBack: 'says', ofHousehold: 'read', countedFor: 'says', uncountedFor: 'says' },
    ...{ catalogue: 'index', all: 'index' },
  },
  orders: {
    ...{ find: 'read', beside: 'says', changed: 'says', change: 'write', claimCode: 'write', behind: 'read' },
    ...{ ownerOf: 'read', listOf: 'index', list: 'index', due: 'index', takeTry: 'write', giveTryBack: 'write' },
  },
  timebank: { get: 'read', transact: 'transaction', list: 'index', within: 'read', takeTry: 'write' },
  honours: { show: 'write', find: 'read', rank: 'write', ranking: 'index', commend: 'write', commendations: 'read' },
  media: {
    ...{ open: 'write', find: 'read', findMany: 'read', claim: 'write', settle: 'write', bind: 'write' },
    ...{ judge: 'write', awaitVerdict: 'write', recordVerdict: 'write' },
  },
};
