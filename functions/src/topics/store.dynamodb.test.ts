import { describe, expect, test } from 'vitest';
import { aTicketId } from '../../test/builders.ts';
import { freshTable } from '../../test/dynamodb.ts';
import { makeDynamoTicketStore } from '../tickets/dynamo-store.ts';
import { makeDynamoMarksStore } from './marks-store.ts';
import { topicStoreCases } from './store.cases.ts';
import { makeDynamoTopicStore } from './store.ts';
import { makeDynamoTicketLinkStore } from './ticket-link-store.ts';
import { aTopicId } from './topic.builder.ts';
import { makeDynamoVoiceStore } from './voice-store.ts';

describe('DynamoDB', () => {
  topicStoreCases(async () => {
    const [deliberations, tickets] = await Promise.all([freshTable('deliberations'), freshTable('tickets')]);
    return {
      topics: makeDynamoTopicStore(deliberations),
      marks: makeDynamoMarksStore(deliberations),
      voices: makeDynamoVoiceStore(deliberations),
      ticketLinks: makeDynamoTicketLinkStore(tickets),
      tickets: makeDynamoTicketStore(tickets),
    };
  });

  test('没有的事，不会因为连议题凭空出来', async () => {
    const links = makeDynamoTicketLinkStore(await freshTable('tickets'));
    const ticketId = aTicketId();
    expect(await links.link(ticketId, aTopicId())).toBeUndefined();
    expect(await links.topicOf(ticketId)).toBeUndefined();
  });
});
