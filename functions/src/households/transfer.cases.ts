import { householdRoutes } from '@suishoupai/shared/households/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { community, type Service } from '../../test/service.ts';
import { makeElectors } from './electors.ts';
import {
  codeOf,
  type HouseholdDoors,
  householdDoors,
  li,
  params,
  rollOf,
  units,
  wang,
  zhao,
} from './households.doors.ts';

/** Sales and new rolls through the front door; run against every implementation of the stores. */
export const transferCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let at: HouseholdDoors;
  beforeEach(async () => {
    service = await makeService();
    at = await householdDoors(service);
  });

  describe('过户', () => {
    beforeEach(() => at.importing(rollOf(units)));

    test('换了业主，历史留着，卖家的认证结束，住户照旧，表决知道', async () => {
      const seller = await at.ask();
      const tenant = await service.signIn('tenant');
      const member = await at.ask({ as: 'member', name: '房客' }, tenant);
      for (const { body } of [seller, member]) await at.decide(body.id, 'approve');
      const [binding] = await service.stores.claims.bindingsOf(at.resident.personId, 'xfl');

      const id = anActionId();
      const sold = await at.transfer('3-1-501', [zhao], id);
      expect(sold.body).toMatchObject({ code: '3-1-501', area: 8950, status: 'sold', owners: [zhao] });
      expect(await at.transfer('3-1-501', [zhao], id)).toEqual(sold);
      expect((await at.getRoll()).body.standing).toMatchObject({ version: 2, heads: 3, units: 4 });
      expect(await service.stores.rolls.unitsAt('xfl', 1)).toContainEqual(units[0]);
      expect(await service.stores.rolls.lineOf('xfl', id)).toMatchObject({
        kind: 'transfer',
        by: community.label,
        personId: at.staff.personId,
        reason: '已过户',
        before: units[0],
      });
      expect(service.transfers()).toMatchObject([
        { id, communityId: 'xfl', fromOwnerKey: binding?.ownerKey, unit: sold.body },
      ]);
      expect(await service.stores.claims.bindingsOf(at.resident.personId, 'xfl')).toEqual([]);
      expect(await service.stores.claims.bindingsOf(tenant.personId, 'xfl')).toHaveLength(1);
      expect((await at.mine())[0]).toMatchObject({ state: 'ended', reason: '业主名册上，这套房屋的业主已经变更' });
      expect((await service.toldOf(at.resident, seller.body.id)).at(-1)).toBe('房屋认证已结束');

      const buyer = await service.signIn('buyer');
      const claimed = await at.ask(zhao, buyer);
      expect((await at.decide(claimed.body.id, 'approve')).body.state).toBe('approved');
      const [bought] = await service.stores.claims.bindingsOf(buyer.personId, 'xfl');
      expect(bought?.ownerKey).toBe(service.transfers()[0]?.toOwnerKey);
    });

    test('加一位共有人：留下的业主还是业主，钥匙换成新的一群人的', async () => {
      const { body } = await at.ask();
      await at.decide(body.id, 'approve');
      const [before] = await service.stores.claims.bindingsOf(at.resident.personId, 'xfl');
      await at.transfer('3-1-501', [wang, li, zhao]);
      const [after] = await service.stores.claims.bindingsOf(at.resident.personId, 'xfl');
      expect(after).toMatchObject({ claimId: body.id, ownerKey: service.transfers()[0]?.toOwnerKey });
      expect(after?.ownerKey).not.toBe(before?.ownerKey);
      expect(await service.toldOf(at.resident, body.id)).toEqual(['房屋认证通过了']);
    });

    test('建设单位卖出一套：人头多一个', async () => {
      await at.transfer('5--101', [{ name: '孙三', idTail: '0003' }]);
      expect((await at.getRoll()).body.standing).toMatchObject({ heads: 3, areaTotal: 32785 });
      expect(service.transfers()).toMatchObject([{ fromOwnerKey: 'developer', unit: { status: 'sold' } }]);
    });

    test('没变化的、写两遍的、没有的房屋、用过的编号，都不收，什么也不写', async () => {
      expect((await at.transfer('3-1-501', [li, wang])).error.details?.[0]?.field).toBe('body.owners');
      expect((await at.transfer('3-1-501', [zhao, zhao])).error.details?.[0]?.field).toBe('body.owners.1');
      expect(codeOf(await at.transfer('3-1-999', [zhao]))).toEqual([404, 'unit.notFound']);
      const id = anActionId();
      await at.transfer('3-1-501', [zhao], id);
      expect(codeOf(await at.transfer('3-1-502', [zhao], id))).toEqual([409, 'id.reused']);
      expect((await at.getRoll()).body.standing?.version).toBe(2);
    });

    test('同时过户两套，两套都成；名册导到一半有人过户，要重新核对', async () => {
      const both = await Promise.all([at.transfer('3-1-501', [zhao]), at.transfer('3-1-503', [wang])]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      expect((await at.getRoll()).body.standing).toMatchObject({ version: 3, heads: 4 });
      expect(codeOf(await at.importing(rollOf(units), { replaces: 1 }))).toEqual([409, 'roll.changed']);
    });

    test('正要通过业主的申请，房子先过户了：不绑在卖掉的房子上', async () => {
      const { body } = await at.ask();
      const { claims } = service.stores;
      const { change } = claims;
      claims.change = async (given) => {
        claims.change = change;
        await at.transfer('3-1-501', [zhao]);
        return change(given);
      };
      expect(codeOf(await at.decide(body.id, 'approve'))).toEqual([422, 'claim.notOnRoll']);
      expect((await at.mine())[0]?.state).toBe('waiting');
      expect(await claims.bindingsOf(at.resident.personId, 'xfl')).toEqual([]);
    });

    test('还没有名册的社区，没有过户', async () => {
      const fresh = await makeService();
      const clerk = await fresh.signIn('staff', community);
      const answer = await fresh.call(householdRoutes.transferUnit, {
        token: clerk.token,
        params: { ...params, code: '3-1-501' },
        body: { id: anActionId(), owners: [zhao], reason: '已过户' },
      });
      expect(codeOf(answer)).toEqual([409, 'roll.missing']);
    });
  });

  test('新名册里不再是业主的，认证结束；还是业主的留着', async () => {
    await at.importing(rollOf(units));
    const neighbour = await service.signIn('neighbour');
    const [first, second] = [await at.ask(), await at.ask({ room: '503', ...zhao }, neighbour)];
    for (const { body } of [first, second]) await at.decide(body.id, 'approve');
    const next = units.map((unit) => (unit.room === '501' ? { ...unit, owners: [li] } : unit));
    await at.importing(rollOf(next), { replaces: 1 });
    expect(await service.stores.claims.bindingsOf(at.resident.personId, 'xfl')).toEqual([]);
    expect(await service.stores.claims.bindingsOf(neighbour.personId, 'xfl')).toHaveLength(1);
  });

  test('换名册以前开始的表决还认原来的业主：投得了票的，也通知得到', async () => {
    await at.importing(rollOf(units));
    const { body } = await at.ask();
    await at.decide(body.id, 'approve');
    const electors = makeElectors(service.stores);
    const [known] = await electors.peopleOf('xfl', 'owners');
    const rollAt = service.now().toISOString();
    await service.moveTo('2026-11-17T02:00:00.000Z');
    const next = units.map((unit) => (unit.room === '501' ? { ...unit, owners: [li] } : unit));
    await at.importing(rollOf(next), { replaces: 1 });
    expect(await electors.peopleOf('xfl', 'owners')).toEqual([]);
    expect(await electors.peopleOf('xfl', 'owners', rollAt)).toEqual([known]);
    expect(await electors.keysOf(at.resident.personId, 'xfl', 'owners', rollAt)).toEqual(known?.keys);
    expect(await electors.peopleOf('xfl', 'owners', service.now().toISOString())).toEqual([]);
    expect(await electors.peopleOf('xfl', 'households', rollAt)).toMatchObject([{ keys: ['3-1-501'] }]);
  });
};
