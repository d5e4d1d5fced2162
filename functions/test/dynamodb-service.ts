import { makeDynamoStores } from '../src/stores.ts';
import { freshTable } from './dynamodb.ts';
import { aService } from './service.ts';

/** The whole service on fresh tables of DynamoDB Local. */
export const aServiceOnDynamodb = async () => {
  const [people, places, tickets, deliberations, media] = await Promise.all([
    freshTable('people'),
    freshTable('places'),
    freshTable('tickets'),
    freshTable('deliberations'),
    freshTable('media'),
  ]);
  return aService(makeDynamoStores({ people, places, tickets, deliberations, media }));
};
