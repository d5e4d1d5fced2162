import { describe, expect, test } from 'vitest';
import { aService } from '../../test/service.ts';
import { makeMemoryItems } from '../dynamo/memory-items.ts';
import { makeMemoryActivityStore } from './activity-store.ts';
import { volunteeringCases } from './routes.cases.ts';
import { activityStoreCases } from './stores.cases.ts';
import { endsAt, makeCrew } from './volunteering.builder.ts';

describe('内存里的活动', () => activityStoreCases(async () => makeMemoryActivityStore(makeMemoryItems())));
describe('内存', () => volunteeringCases(() => aService()));

describe('做到一半断了', () => {
  test('流还没有来：照样签到、核实；流来了，账上补记一次，迟来的重来的都不多记', async () => {
    const service = await aService(undefined, { isFollowed: false });
    const on = await makeCrew(service);
    const { li } = on.cast;
    const { id } = await on.finished([li]);
    await on.confirm(id, li);
    expect(await on.minutesOf(li)).toBe(0);
    const at = { communityId: 'xfl', activityId: id, personId: li.personId };
    const kept = await service.stores.volunteers.findParticipation(at);
    const after = { pk: `xfl#${li.personId}#volunteer`, sk: `activity#${id}`, ...kept };
    await service.followPoints({ before: undefined, after });
    await service.followPoints({ before: { ...after, hours: [] }, after });
    expect(await on.minutesOf(li)).toBe(120);
    expect(await service.toldOf(li, id)).toEqual(['服务时长已核实']);
  });

  test('证明开出来的同时时长撤回了：先看到哪一个，都作废', async () => {
    const service = await aService(undefined, { isFollowed: false });
    const on = await makeCrew(service);
    const { li } = on.cast;
    const { id } = await on.finished([li]);
    await on.confirm(id, li);
    const { body } = await on.certify(li);
    await on.undo(id, li);
    expect((await on.verify(body.code)).body.revokedAt).toBeUndefined();
    const key = { communityId: 'xfl', personId: li.personId };
    const kept = await service.stores.volunteers.findCertificate(key, body.id);
    const after = { pk: `xfl#${li.personId}#volunteer`, sk: `certificate#${body.id}`, ...kept };
    await service.followPoints({ before: undefined, after });
    expect((await on.verify(body.code)).body.revokedAt).toBe(endsAt);
  });
});
