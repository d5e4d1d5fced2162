import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { aService } from '../../test/service.ts';
import { makeDynamoMediaStore } from '../media/store.ts';
import { makeDynamoNoticeStore } from '../notices/store.ts';
import { makeDynamoPeopleStore } from '../people/store.ts';
import { makeDynamoPlacesStore } from '../places/store.ts';
import { ticketRouteCases } from './routes.cases.ts';
import { makeDynamoTicketStore } from './store.ts';

const onDynamodb = async () => {
  const people = await freshTable('people');
  return aService({
    people: makeDynamoPeopleStore(people),
    notices: makeDynamoNoticeStore(people),
    places: makeDynamoPlacesStore(await freshTable('places')),
    tickets: makeDynamoTicketStore(await freshTable('tickets')),
    media: makeDynamoMediaStore(await freshTable('media')),
  });
};

describe('DynamoDB', () => ticketRouteCases(onDynamodb));
