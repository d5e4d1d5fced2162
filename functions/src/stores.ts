import { makeDynamoCommentStore, makeMemoryCommentStore } from './comments/store.ts';
import { makeDynamoActivityStore, makeMemoryActivityStore } from './desk-kit/activity-store.ts';
import { makeDynamoTemplatesStore, makeMemoryTemplatesStore } from './desk-kit/templates-store.ts';
import { makeMemoryItems } from './dynamo/memory-items.ts';
import type { Table } from './dynamo/table.ts';
import { makeDynamoPatrolStore, makeMemoryPatrolStore } from './fieldwork/patrol-store.ts';
import { makeDynamoVisitStore, makeMemoryVisitStore } from './fieldwork/visit-store.ts';
import { makeDynamoClaimStore, makeMemoryClaimStore } from './households/claim-store.ts';
import { makeDynamoRepresentativeStore, makeMemoryRepresentativeStore } from './households/representative-store.ts';
import { makeDynamoRollStore, makeMemoryRollStore } from './households/roll-store.ts';
import { makeDynamoMediaStore, makeMemoryMediaStore } from './media/store.ts';
import { makeDynamoAttendanceStore, makeMemoryAttendanceStore } from './meetings/attendance-store.ts';
import { makeDynamoMeetingStore, makeMemoryMeetingStore } from './meetings/store.ts';
import { makeDynamoModerationStore, makeMemoryModerationStore } from './moderation/store.ts';
import { makeDynamoHeldStore, makeMemoryHeldStore } from './notices/held-store.ts';
import { makeDynamoNoticeStore, makeMemoryNoticeStore } from './notices/store.ts';
import { makeDynamoAccessLog, makeMemoryAccessLog } from './people/access-log-store.ts';
import { makeDynamoConsentStore, makeMemoryConsentStore } from './people/consent-store.ts';
import { makeDynamoPeopleStore, makeMemoryPeopleStore } from './people/store.ts';
import { makeDynamoTurnStore, makeMemoryTurnStore } from './people/turn-store.ts';
import { makeDynamoPlacesStore, makeMemoryPlacesStore } from './places/store.ts';
import { makeDynamoCorrectionStore, makeMemoryCorrectionStore } from './points/correction-store.ts';
import { makeDynamoHonoursStore, makeMemoryHonoursStore } from './points/honours-store.ts';
import { makeDynamoLedgerStore, makeMemoryLedgerStore } from './points/ledger-store.ts';
import { makeDynamoOpenBookStore, makeMemoryOpenBookStore } from './points/open-book-store.ts';
import { makeDynamoRuleStore, makeMemoryRuleStore } from './points/rule-store.ts';
import { makeDynamoOrderStore, makeMemoryOrderStore } from './rewards/order-store.ts';
import { makeDynamoRewardStore, makeMemoryRewardStore } from './rewards/reward-store.ts';
import { makeDynamoTicketStore } from './tickets/dynamo-store.ts';
import { makeDynamoJoinerStore, makeMemoryJoinerStore } from './tickets/joiner-store.ts';
import { makeMemoryTicketStore } from './tickets/memory-store.ts';
import { makeDynamoTimebankItems, makeMemoryTimebankItems } from './timebank/items-store.ts';
import { makeDynamoMarksStore, makeMemoryMarksStore } from './topics/marks-store.ts';
import { makeDynamoTopicStore, makeMemoryTopicStore } from './topics/store.ts';
import { makeDynamoVoiceStore, makeMemoryVoiceStore } from './topics/voice-store.ts';
import {
  makeDynamoActivityStore as makeDynamoVolunteerActivityStore,
  makeMemoryActivityStore as makeMemoryVolunteerActivityStore,
} from './volunteering/activity-store.ts';
import { makeDynamoVolunteerStore, makeMemoryVolunteerStore } from './volunteering/volunteer-store.ts';
import { makeDynamoBoxStore, makeMemoryBoxStore } from './votes/box-store.ts';
import { makeDynamoLogStore, makeMemoryLogStore } from './votes/log-store.ts';
import { makeDynamoObjectionStore, makeMemoryObjectionStore } from './votes/objection-store.ts';
import { makeDynamoVoteStore, makeMemoryVoteStore } from './votes/store.ts';
import { makeDynamoAccessTokenStore, makeMemoryAccessTokenStore } from './wechat/store.ts';

type Tables = Record<'people' | 'places' | 'tickets' | 'deliberations' | 'points' | 'media', Table>;

const sharedStores = ({ people, places, media }: Tables) => ({
  people: makeDynamoPeopleStore(people),
  accessLog: makeDynamoAccessLog(people),
  places: makeDynamoPlacesStore(places),
  media: makeDynamoMediaStore(media),
});
/** What every part of the HTTP side uses. */
export type SharedStores = ReturnType<typeof sharedStores>;

const ticketStores = (tables: Tables) => ({
  ...sharedStores(tables),
  tickets: makeDynamoTicketStore(tables.tickets),
  joiners: makeDynamoJoinerStore(tables.tickets),
  turns: makeDynamoTurnStore(tables.people),
});
/** What those use beside that who take steps in tickets. */
export type TicketStores = ReturnType<typeof ticketStores>;

/** The stores behind what residents wait for, and no other: what is named here is in that bundle. */
export const makeResidentsStores = (tables: Tables) => ({
  ...ticketStores(tables),
  consents: makeDynamoConsentStore(tables.people),
  notices: makeDynamoNoticeStore(tables.people),
  comments: makeDynamoCommentStore(tables.tickets),
  objections: makeDynamoModerationStore(tables.tickets),
});
export type ResidentsStores = ReturnType<typeof makeResidentsStores>;

/** The stores behind what only desks use. */
export const makeDeskStores = (tables: Tables) => ({
  ...ticketStores(tables),
  replyTemplates: makeDynamoTemplatesStore(tables.places),
  patrols: makeDynamoPatrolStore(tables.tickets),
  visits: makeDynamoVisitStore(tables.tickets),
  activity: makeDynamoActivityStore(tables.tickets),
});
export type DeskStores = ReturnType<typeof makeDeskStores>;

/** The stores behind households and topics; of meetings and votes a topic wants to know what was decided. */
export const makeHallStores = (tables: Tables) => ({
  ...sharedStores(tables),
  turns: makeDynamoTurnStore(tables.people),
  tickets: makeDynamoTicketStore(tables.tickets),
  rolls: makeDynamoRollStore(tables.deliberations),
  claims: makeDynamoClaimStore(tables.deliberations),
  representatives: makeDynamoRepresentativeStore(tables.deliberations),
  topics: makeDynamoTopicStore(tables.deliberations),
  voices: makeDynamoVoiceStore(tables.deliberations),
  marks: makeDynamoMarksStore(tables.deliberations),
  topicObjections: makeDynamoModerationStore(tables.deliberations),
  meetings: makeDynamoMeetingStore(tables.deliberations),
  votes: makeDynamoVoteStore(tables.deliberations),
});
export type HallStores = ReturnType<typeof makeHallStores>;

/** The stores behind the first look into 议事厅: it reads of everything and writes nothing. */
export const makeOverviewStores = (tables: Tables) => ({
  ...sharedStores(tables),
  rolls: makeDynamoRollStore(tables.deliberations),
  claims: makeDynamoClaimStore(tables.deliberations),
  representatives: makeDynamoRepresentativeStore(tables.deliberations),
  topics: makeDynamoTopicStore(tables.deliberations),
  voices: makeDynamoVoiceStore(tables.deliberations),
  meetings: makeDynamoMeetingStore(tables.deliberations),
  votes: makeDynamoVoteStore(tables.deliberations),
  ballots: makeDynamoBoxStore(tables.deliberations),
  voteLog: makeDynamoLogStore(tables.deliberations),
  voteObjections: makeDynamoObjectionStore(tables.deliberations),
});
export type OverviewStores = ReturnType<typeof makeOverviewStores>;

/** The stores behind meetings. */
export const makeMeetingsStores = (tables: Tables) => ({
  ...sharedStores(tables),
  topics: makeDynamoTopicStore(tables.deliberations),
  meetings: makeDynamoMeetingStore(tables.deliberations),
  attendance: makeDynamoAttendanceStore(tables.deliberations),
});
export type MeetingsStores = ReturnType<typeof makeMeetingsStores>;

/** The stores behind votes; the roll and who is bound to it say who may cast, topics what was announced. */
export const makeVotesStores = (tables: Tables) => ({
  ...sharedStores(tables),
  rolls: makeDynamoRollStore(tables.deliberations),
  claims: makeDynamoClaimStore(tables.deliberations),
  representatives: makeDynamoRepresentativeStore(tables.deliberations),
  topics: makeDynamoTopicStore(tables.deliberations),
  votes: makeDynamoVoteStore(tables.deliberations),
  ballots: makeDynamoBoxStore(tables.deliberations),
  voteLog: makeDynamoLogStore(tables.deliberations),
  voteObjections: makeDynamoObjectionStore(tables.deliberations),
});
export type VotesStores = ReturnType<typeof makeVotesStores>;

/** The stores behind books of points and hours. */
export const makePointsStores = (tables: Tables) => ({
  ...sharedStores(tables),
  ledger: makeDynamoLedgerStore(tables.points),
  rules: makeDynamoRuleStore(tables.points),
  corrections: makeDynamoCorrectionStore(tables.points),
  openBook: makeDynamoOpenBookStore(tables.points),
  honours: makeDynamoHonoursStore(tables.points),
});
export type PointsStores = ReturnType<typeof makePointsStores>;

/** The stores behind activities of volunteers. */
export const makeVolunteeringStores = (tables: Tables) => ({
  ...sharedStores(tables),
  turns: makeDynamoTurnStore(tables.people),
  activities: makeDynamoVolunteerActivityStore(tables.points),
  volunteers: makeDynamoVolunteerStore(tables.points),
});
export type VolunteeringStores = ReturnType<typeof makeVolunteeringStores>;

/** The stores behind the time bank; a family is who is bound to one household. */
export const makeTimebankStores = (tables: Tables) => ({
  ...sharedStores(tables),
  ledger: makeDynamoLedgerStore(tables.points),
  timebank: makeDynamoTimebankItems(tables.points),
  claims: makeDynamoClaimStore(tables.deliberations),
});
export type TimebankStores = ReturnType<typeof makeTimebankStores>;

/** The stores behind rewards and orders; a limit for each household asks who is bound to which. */
export const makeRewardsStores = (tables: Tables) => ({
  ...sharedStores(tables),
  turns: makeDynamoTurnStore(tables.people),
  ledger: makeDynamoLedgerStore(tables.points),
  rewards: makeDynamoRewardStore(tables.points),
  orders: makeDynamoOrderStore(tables.points),
  claims: makeDynamoClaimStore(tables.deliberations),
});
export type RewardsStores = ReturnType<typeof makeRewardsStores>;

/** The stores behind files that are made or read: minutes as documents, rolls of owners. */
export const makeDocumentsStores = (tables: Tables) => ({
  ...sharedStores(tables),
  rolls: makeDynamoRollStore(tables.deliberations),
  meetings: makeDynamoMeetingStore(tables.deliberations),
  ledger: makeDynamoLedgerStore(tables.points),
  volunteers: makeDynamoVolunteerStore(tables.points),
});
export type DocumentsStores = ReturnType<typeof makeDocumentsStores>;

/** Every store of the service on its table. */
export const makeDynamoStores = (tables: Tables) => ({
  ...makeResidentsStores(tables),
  ...makeDeskStores(tables),
  ...makeHallStores(tables),
  ...makeMeetingsStores(tables),
  ...makeVotesStores(tables),
  ...makePointsStores(tables),
  ...makeVolunteeringStores(tables),
  ...makeTimebankStores(tables),
  ...makeRewardsStores(tables),
  ...makeDocumentsStores(tables),
  held: makeDynamoHeldStore(tables.people),
  accessTokens: makeDynamoAccessTokenStore(tables.people),
});
export type Stores = ReturnType<typeof makeDynamoStores>;

/** The same in memory, empty. */
export const makeMemoryStores = (rolls = makeMemoryRollStore(), points = makeMemoryItems()): Stores => ({
  people: makeMemoryPeopleStore(),
  consents: makeMemoryConsentStore(),
  turns: makeMemoryTurnStore(),
  accessLog: makeMemoryAccessLog(),
  notices: makeMemoryNoticeStore(),
  held: makeMemoryHeldStore(),
  accessTokens: makeMemoryAccessTokenStore(),
  places: makeMemoryPlacesStore(),
  replyTemplates: makeMemoryTemplatesStore(),
  tickets: makeMemoryTicketStore(),
  joiners: makeMemoryJoinerStore(),
  comments: makeMemoryCommentStore(),
  objections: makeMemoryModerationStore(),
  patrols: makeMemoryPatrolStore(),
  visits: makeMemoryVisitStore(),
  activity: makeMemoryActivityStore(),
  topics: makeMemoryTopicStore(),
  voices: makeMemoryVoiceStore(),
  marks: makeMemoryMarksStore(),
  topicObjections: makeMemoryModerationStore(),
  rolls,
  claims: makeMemoryClaimStore(rolls),
  representatives: makeMemoryRepresentativeStore(),
  meetings: makeMemoryMeetingStore(),
  attendance: makeMemoryAttendanceStore(),
  votes: makeMemoryVoteStore(),
  ballots: makeMemoryBoxStore(),
  voteLog: makeMemoryLogStore(),
  voteObjections: makeMemoryObjectionStore(),
  ledger: makeMemoryLedgerStore(points),
  rules: makeMemoryRuleStore(points),
  corrections: makeMemoryCorrectionStore(points),
  openBook: makeMemoryOpenBookStore(points),
  activities: makeMemoryVolunteerActivityStore(points),
  volunteers: makeMemoryVolunteerStore(points),
  rewards: makeMemoryRewardStore(points),
  orders: makeMemoryOrderStore(points),
  timebank: makeMemoryTimebankItems(points),
  honours: makeMemoryHonoursStore(points),
  media: makeMemoryMediaStore(),
});
