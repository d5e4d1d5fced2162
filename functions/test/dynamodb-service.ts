import { makeDynamoStores } from '../src/stores.ts';
import { freshTable } from './dynamodb.ts';
import { followedTable } from './followed-table.ts';
import { aService, makeFeed } from './service.ts';

/** The whole service on fresh tables of DynamoDB Local. */
export const aServiceOnDynamodb = async () => {
  const [people, places, tickets, deliberations, points, media] = await Promise.all([
    freshTable('people'),
    freshTable('places'),
    freshTable('tickets'),
    freshTable('deliberations'),
    freshTable('points'),
    freshTable('media'),
  ]);
  const pointsFeed = makeFeed();
  const followed = followedTable(points, pointsFeed.tell);
  const stores = makeDynamoStores({ people, places, tickets, deliberations, points: followed, media });
  return aService(stores, { pointsFeed });
};
