import { hallRoutes } from '@suishoupai/shared/hall/contract';
import { describe, expect, test } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { aService } from '../../test/service.ts';
import type { Table } from '../dynamo/table.ts';
import { makeDynamoStores } from '../stores.ts';
import { makeForum } from '../topics/topic.builder.ts';
import { anOpenVote } from '../votes/votes.builder.ts';
import { hallCases } from './hall.cases.ts';

describe('DynamoDB', () => {
  hallCases(aServiceOnDynamodb);

  test('工作台读十一次，每个开着的表决再读两次；有多少议题、文字在等，次数都一样', async () => {
    let reads = 0;
    const counted = (table: Table): Table => ({
      ...table,
      get: (...given) => {
        reads += 1;
        return table.get(...given);
      },
      query: (...given) => {
        reads += 1;
        return table.query(...given);
      },
    });
    const [people, places, tickets, points, media] = await Promise.all([
      freshTable('people'),
      freshTable('places'),
      freshTable('tickets'),
      freshTable('points'),
      freshTable('media'),
    ]);
    const deliberations = counted(await freshTable('deliberations'));
    const service = await aService(makeDynamoStores({ people, places, tickets, deliberations, points, media }));
    const on = await makeForum(service);
    const readsOfDesk = async () => {
      reads = 0;
      const { status } = await service.call(hallRoutes.getHallDesk, {
        token: on.cast.liu.token,
        query: { communityId: 'xfl' },
      });
      expect(status).toBe(200);
      return reads;
    };
    expect(await readsOfDesk()).toBe(11);
    const { id } = await on.supported();
    for (let count = 0; count < 5; count += 1) await on.say(on.cast.li, id, `待审 ${count}`);
    expect(await readsOfDesk()).toBe(11);
    await anOpenVote(on.hall);
    expect(await readsOfDesk()).toBe(13);
  });
});
