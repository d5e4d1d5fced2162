import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { ticketStoreCases } from './store.cases.ts';
import { makeDynamoTicketStore } from './store.ts';

describe('DynamoDB', () => ticketStoreCases(async () => makeDynamoTicketStore(await freshTable('tickets'))));
