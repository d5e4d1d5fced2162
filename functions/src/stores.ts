import { makeDynamoCommentStore, makeMemoryCommentStore } from './comments/store.ts';
import { makeDynamoActivityStore, makeMemoryActivityStore } from './desk-kit/activity-store.ts';
import { makeDynamoTemplatesStore, makeMemoryTemplatesStore } from './desk-kit/templates-store.ts';
import type { Table } from './dynamo/table.ts';
import { makeDynamoPatrolStore, makeMemoryPatrolStore } from './fieldwork/patrol-store.ts';
import { makeDynamoVisitStore, makeMemoryVisitStore } from './fieldwork/visit-store.ts';
import { makeDynamoMediaStore, makeMemoryMediaStore } from './media/store.ts';
import { makeDynamoModerationStore, makeMemoryModerationStore } from './moderation/store.ts';
import { makeDynamoHeldStore, makeMemoryHeldStore } from './notices/held-store.ts';
import { makeDynamoNoticeStore, makeMemoryNoticeStore } from './notices/store.ts';
import { makeDynamoAccessLog, makeMemoryAccessLog } from './people/access-log-store.ts';
import { makeDynamoConsentStore, makeMemoryConsentStore } from './people/consent-store.ts';
import { makeDynamoPeopleStore, makeMemoryPeopleStore } from './people/store.ts';
import { makeDynamoPlacesStore, makeMemoryPlacesStore } from './places/store.ts';
import { makeDynamoJoinerStore, makeMemoryJoinerStore } from './tickets/joiner-store.ts';
import { makeDynamoTicketStore, makeMemoryTicketStore } from './tickets/store.ts';
import { makeDynamoAccessTokenStore, makeMemoryAccessTokenStore } from './wechat/store.ts';

type Tables = Record<'people' | 'places' | 'tickets' | 'media', Table>;

const sharedStores = ({ people, places, tickets, media }: Tables) => ({
  people: makeDynamoPeopleStore(people),
  accessLog: makeDynamoAccessLog(people),
  places: makeDynamoPlacesStore(places),
  tickets: makeDynamoTicketStore(tickets),
  joiners: makeDynamoJoinerStore(tickets),
  media: makeDynamoMediaStore(media),
});
/** What every part of the HTTP side uses. */
export type SharedStores = ReturnType<typeof sharedStores>;

/** The stores behind what residents wait for, and no other: what is named here is in that bundle. */
export const makeResidentsStores = (tables: Tables) => ({
  ...sharedStores(tables),
  consents: makeDynamoConsentStore(tables.people),
  notices: makeDynamoNoticeStore(tables.people),
  comments: makeDynamoCommentStore(tables.tickets),
  objections: makeDynamoModerationStore(tables.tickets),
});
export type ResidentsStores = ReturnType<typeof makeResidentsStores>;

/** The stores behind what only desks use. */
export const makeDeskStores = (tables: Tables) => ({
  ...sharedStores(tables),
  replyTemplates: makeDynamoTemplatesStore(tables.places),
  patrols: makeDynamoPatrolStore(tables.tickets),
  visits: makeDynamoVisitStore(tables.tickets),
  activity: makeDynamoActivityStore(tables.tickets),
});
export type DeskStores = ReturnType<typeof makeDeskStores>;

/** Every store of the service on its table. */
export const makeDynamoStores = (tables: Tables) => ({
  ...makeResidentsStores(tables),
  ...makeDeskStores(tables),
  held: makeDynamoHeldStore(tables.people),
  accessTokens: makeDynamoAccessTokenStore(tables.people),
});
export type Stores = ReturnType<typeof makeDynamoStores>;

/** The same in memory, empty. */
export const makeMemoryStores = (): Stores => ({
  people: makeMemoryPeopleStore(),
  consents: makeMemoryConsentStore(),
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
  media: makeMemoryMediaStore(),
});
