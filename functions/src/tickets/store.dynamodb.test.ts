import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { makeDynamoTicketStore } from './dynamo-store.ts';
import { joinerStoreCases } from './joiner-store.cases.ts';
import { makeDynamoJoinerStore } from './joiner-store.ts';
import { ticketStoreCases } from './store.cases.ts';

describe('DynamoDB：事', () => ticketStoreCases(async () => makeDynamoTicketStore(await freshTable('tickets'))));
describe('DynamoDB：同感的人', () => joinerStoreCases(async () => makeDynamoJoinerStore(await freshTable('tickets'))));
