import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { makeDynamoMarksStore } from './marks-store.ts';
import { topicStoreCases } from './store.cases.ts';
import { makeDynamoTopicStore } from './store.ts';
import { makeDynamoVoiceStore } from './voice-store.ts';

describe('DynamoDB', () =>
  topicStoreCases(async () => {
    const deliberations = await freshTable('deliberations');
    return {
      topics: makeDynamoTopicStore(deliberations),
      marks: makeDynamoMarksStore(deliberations),
      voices: makeDynamoVoiceStore(deliberations),
    };
  }));
