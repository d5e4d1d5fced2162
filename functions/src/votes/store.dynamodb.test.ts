import { freshTable } from '../../test/dynamodb.ts';
import { makeDynamoBoxStore } from './box-store.ts';
import { makeDynamoLogStore } from './log-store.ts';
import { makeDynamoObjectionStore } from './objection-store.ts';
import { storeCases } from './store.cases.ts';
import { makeDynamoVoteStore } from './store.ts';

storeCases({
  votes: async () => makeDynamoVoteStore(await freshTable('deliberations')),
  box: async () => makeDynamoBoxStore(await freshTable('deliberations')),
  log: async () => makeDynamoLogStore(await freshTable('deliberations')),
  objections: async () => makeDynamoObjectionStore(await freshTable('deliberations')),
});
