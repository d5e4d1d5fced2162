import type { Log } from '../log.ts';
import type { Tell } from '../notices/tell.ts';
import { makePlacesService } from '../places/service.ts';
import { makeLedger } from '../points/ledger.ts';
import { entryOf } from '../points/ledger-store.ts';
import type { Stores } from '../stores.ts';
import type { WeChat } from '../wechat/client.ts';
import { makeExchangeStore } from './exchange-store.ts';
import { makeExchanges } from './exchanges.ts';
import { makeTimebankFollower } from './follower.ts';
import { makeListingStore } from './listing-store.ts';
import { makeListings } from './listings.ts';
import { makeNudging } from './nudging.ts';
import { makePersonStore } from './person-store.ts';
import { makePoolStore } from './pool-store.ts';
import { makeTimebankSweep } from './sweep.ts';

type Given = { stores: Stores; tell: Tell };

const partsOf = (stores: Stores) => {
  const items = stores.timebank;
  const places = makePlacesService({ places: stores.places, recentCategories: async () => [] });
  const listings = makeListingStore(items);
  const exchangeStore = makeExchangeStore(items);
  const people = makePersonStore(items);
  const books = stores.ledger;
  const { bindingsOf } = stores.claims;
  return {
    listings,
    exchangeStore,
    people,
    listing: makeListings({ listings, pool: makePoolStore(items), items, places }),
    exchanges: makeExchanges({ listings, exchanges: exchangeStore, ledger: makeLedger(books), books, bindingsOf }),
    nudging: makeNudging({ people, listings, books }),
  };
};

/** The follower of the time bank on all stores. */
export const followTimebankOn = ({ stores, tell, wechat }: Given & { wechat: Pick<WeChat, 'checkText'> }) => {
  const { listing, nudging } = partsOf(stores);
  return makeTimebankFollower({ people: stores.people, wechat, listing, nudging, entryOf, tell });
};

/** Its clock. */
export const sweepTimebankOn = ({ stores, tell, log }: Given & { log: Log }) =>
  makeTimebankSweep({ ...partsOf(stores), tell, log });
