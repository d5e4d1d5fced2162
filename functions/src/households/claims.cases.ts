import { householdRoutes } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { aMediaId, anActionId } from '../../test/builders.ts';
import { community, type Service, wuye } from '../../test/service.ts';
import { makeElectors } from './electors.ts';
import { aClaimId } from './households.builder.ts';
import { codeOf, type HouseholdDoors, householdDoors, place, rollOf, units } from './households.doors.ts';

/** Claims through the front door; run against every implementation of the stores. */
export const claimCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let at: HouseholdDoors;
  beforeEach(async () => {
    service = await makeService();
    at = await householdDoors(service);
  });

  describe('认证', () => {
    beforeEach(() => at.importing(rollOf(units)));

    test('申请、核对、通过：名册上的人是业主，别人知道得不多', async () => {
      const photos = [await service.cleanPhoto(at.resident.personId)];
      const asked = await at.ask({ photos, idTail: '1234' });
      expect(asked.body).toMatchObject({ ...place, as: 'owner', state: 'waiting', communityId: 'xfl' });
      expect(JSON.stringify(asked.body)).not.toContain('王');
      const { body } = await at.waiting();
      expect(body.items).toMatchObject([
        {
          id: asked.body.id,
          name: '王小明',
          idTail: '1234',
          photos: [{ id: photos[0] }],
          unit: {
            code: '3-1-501',
            area: 8950,
            owners: [
              { masked: '王小明 · 1234', isClaimed: true },
              { masked: '李*红 · ***X', isClaimed: false },
            ],
            bound: 0,
          },
        },
      ]);
      const approved = await at.decide(asked.body.id, 'approve');
      expect(approved.body).toMatchObject({ state: 'approved', decidedAt: '2026-11-16T02:00:00.000Z' });
      expect((await at.waiting()).body.items).toEqual([]);
      expect(await at.mine()).toEqual([approved.body]);
      const [binding] = await service.stores.claims.bindingsOf(at.resident.personId, 'xfl');
      expect(binding).toMatchObject({ claimId: asked.body.id, unit: '3-1-501', as: 'owner' });
      expect(binding?.ownerKey).toMatch(/^own_[\w-]{22}$/);
      expect((await at.getRoll()).body.buildings).toMatchObject([{ building: '3', bound: 1 }, { bound: 0 }]);
      expect(await service.toldOf(at.staff, asked.body.id)).toEqual(['有房屋认证等您核对']);
      expect(await service.toldOf(at.resident, asked.body.id)).toEqual(['房屋认证通过了']);
      const log = await service.call(peopleRoutes.listAccessLog, { token: at.resident.token, query: {} });
      expect(log.body.items).toEqual([{ at: '2026-11-16T02:00:00.000Z', who: community.label, what: 'claim' }]);
    });

    test('业主的钥匙就是名册上那一群业主的；同一群人两套，同一把', async () => {
      const electors = makeElectors(service.stores);
      const first = await at.ask();
      const second = await at.ask({ room: '502' });
      for (const { body } of [first, second]) await at.decide(body.id, 'approve');
      const keys = await electors.keysOf(at.resident.personId, 'xfl', 'owners');
      expect(keys).toHaveLength(1);
      const owners = await electors.electorsOf('xfl', 'owners', service.now().toISOString());
      expect(owners.map(({ kind, isShared, units: of }) => [kind, isShared, of.length])).toEqual([
        ['owners', true, 2],
        ['owners', false, 1],
        ['developer', false, 1],
      ]);
      expect(owners[0]?.key).toBe(keys[0]);
      expect(JSON.stringify(owners)).not.toMatch(/王小明|1234/);
      expect(await electors.keysOf(at.resident.personId, 'xfl', 'households')).toEqual(['3-1-501', '3-1-502']);
      expect(await electors.keysOf(at.resident.personId, 'xfl', 'residents')).toEqual([at.resident.personId]);
      expect(await electors.peopleOf('xfl', 'residents')).toEqual([
        { personId: at.resident.personId, keys: [at.resident.personId] },
      ]);
      const residents = await electors.electorsOf('xfl', 'residents', service.now().toISOString());
      expect(residents).toEqual([{ key: at.resident.personId, kind: 'person', isShared: false, units: [] }]);
      expect(
        (await electors.electorsOf('xfl', 'households', service.now().toISOString())).map(({ key }) => key),
      ).toEqual(['3-1-501', '3-1-502', '3-1-503']);
      expect(await electors.keysOf(at.staff.personId, 'xfl', 'residents')).toEqual([]);
      expect([await electors.hasRoll('xfl'), await electors.hasRoll('other')]).toEqual([true, false]);
    });

    test.each([
      ['名字不在册上', { name: '孙三' }],
      ['尾号对不上', { idTail: '9999' }],
      ['册上没有这套', { room: '999' }],
      ['是别家的业主', { room: '503' }],
    ])('%s，不能认证为业主；申请的人看不出来', async (_, given) => {
      const asked = await at.ask(given);
      expect(asked).toMatchObject({ status: 200, body: { state: 'waiting' } });
      expect(codeOf(await at.decide(asked.body.id, 'approve'))).toEqual([422, 'claim.notOnRoll']);
      expect((await at.mine())[0]?.state).toBe('waiting');
      const refused = await at.decide(asked.body.id, 'refuse');
      expect(refused.body).toMatchObject({ state: 'refused', reason: '对不上' });
      expect(await service.stores.claims.bindingsOf(at.resident.personId, 'xfl')).toEqual([]);
    });

    test('没写尾号的不能认证为业主；住户只要册上有这一套', async () => {
      const { token } = at.resident;
      const body = { ...place, name: '王小明' };
      const owner = await service.call(householdRoutes.claimHousehold, {
        token,
        body: { ...body, id: aClaimId(), as: 'owner' },
      });
      expect(codeOf(await at.decide(owner.body.id, 'approve'))).toEqual([422, 'claim.notOnRoll']);
      await at.withdraw(owner.body.id);
      const member = await service.call(householdRoutes.claimHousehold, {
        token,
        body: { ...body, building: '3号楼', room: '501室', name: '房客', id: aClaimId(), as: 'member' },
      });
      expect((await at.decide(member.body.id, 'approve')).body.state).toBe('approved');
      const [binding] = await service.stores.claims.bindingsOf(at.resident.personId, 'xfl');
      expect(binding).toEqual({ claimId: member.body.id, communityId: 'xfl', unit: '3-1-501', as: 'member' });
      const nowhere = await at.ask({ as: 'member', room: '999' });
      expect(codeOf(await at.decide(nowhere.body.id, 'approve'))).toEqual([422, 'claim.notOnRoll']);
    });

    test('同一个人同一户只有一份开着的；撤回以后可以再来', async () => {
      const first = await at.ask();
      expect(codeOf(await at.ask({ as: 'member' }))).toEqual([409, 'claim.exists']);
      expect((await at.ask({}, await service.signIn('spouse'))).status).toBe(200);
      expect((await at.withdraw(first.body.id)).body.state).toBe('withdrawn');
      const again = await at.ask();
      await at.decide(again.body.id, 'approve');
      expect(codeOf(await at.ask())).toEqual([409, 'claim.exists']);
      const ended = await at.withdraw(again.body.id);
      expect(ended.body).toMatchObject({ state: 'ended' });
      expect(await service.stores.claims.bindingsOf(at.resident.personId, 'xfl')).toEqual([]);
    });

    test('两部手机同时申请同一户，一份；不同的户，两份都成', async () => {
      const same = await Promise.all([at.ask(), at.ask()]);
      expect(same.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const two = await Promise.all([at.ask({ room: '502' }), at.ask({ room: '503' })]);
      expect(two.map(({ status }) => status)).toEqual([200, 200]);
      expect((await at.mine()).length).toBe(3);
    });

    test('同一份申请的两次请求一前一后写：慢的那次看到的还是这一份', async () => {
      const { claims } = service.stores;
      const { find } = claims;
      const id = aClaimId();
      const first = await at.ask({ id });
      let isBehind = true;
      claims.find = async (asked) => {
        if (!isBehind) return find(asked);
        isBehind = false;
        return undefined;
      };
      expect((await at.ask({ id })).body).toEqual(first.body);
    });

    test('同样的申请再交一次，还是那一份；同一编号别的内容、别的人，不收', async () => {
      const id = aClaimId();
      const first = await at.ask({ id });
      expect(await at.ask({ id })).toEqual(first);
      expect(codeOf(await at.ask({ id, room: '502' }))).toEqual([409, 'id.reused']);
      expect(codeOf(await at.ask({ id }, await service.signIn('other')))).toEqual([409, 'id.reused']);
      expect(await at.mine()).toHaveLength(1);
    });

    test('一天最多申请五次，重交不算；第二天又可以', async () => {
      const id = aClaimId();
      for (let tries = 0; tries < 3; tries += 1) await at.ask({ id, room: '600' });
      for (let room = 1; room < householdLimits.claimsADay; room += 1) {
        expect((await at.ask({ room: `60${room}` })).status).toBe(200);
      }
      expect(codeOf(await at.ask({ room: '700' }))).toEqual([429, 'claim.tooMany']);
      const { body } = await at.ask({ id, room: '600' });
      expect(body.id).toBe(id);
      await service.moveTo('2026-11-16T16:00:00.000Z');
      expect((await at.ask({ room: '700' })).status).toBe(200);
    });

    test('通过两次，一个结果：同一下再点一次一样，另一个人知道已有结果', async () => {
      const { body } = await at.ask();
      const colleague = await service.signIn('colleague', community);
      const id = anActionId();
      const answers = await Promise.all([
        at.decide(body.id, 'approve', { id }),
        at.decide(body.id, 'approve', { by: colleague }),
        at.decide(body.id, 'refuse', { by: colleague }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
      const lost = answers.filter(({ status }) => status === 409);
      expect(lost.map(({ error }) => error.code)).toEqual(['claim.decided', 'claim.decided']);
      const claim = await service.stores.claims.find(body.id);
      expect(claim?.events).toHaveLength(1);

      const other = await at.ask({ room: '502' });
      const tap = anActionId();
      const first = await at.decide(other.body.id, 'approve', { id: tap });
      expect(await at.decide(other.body.id, 'approve', { id: tap })).toEqual(first);
      expect(codeOf(await at.decide(other.body.id, 'refuse', { id: tap }))).toEqual([409, 'id.reused']);
    });

    test('本人撤回和社区通过同时来，一个算数', async () => {
      const { body } = await at.ask();
      const answers = await Promise.all([at.withdraw(body.id), at.decide(body.id, 'approve')]);
      const state = (await service.stores.claims.find(body.id))?.state;
      const bound = await service.stores.claims.bindingsOf(at.resident.personId, 'xfl');
      // Withdrawing after the approval ends the binding: both may succeed, and then in that order.
      expect(answers.some(({ status }) => status === 200)).toBe(true);
      expect([state === 'approved', bound.length === 1]).toEqual([false, false]);
    });

    test('社区可以结束认证，说明理由；别人的申请、没有的申请，动不了', async () => {
      const { body } = await at.ask();
      expect(codeOf(await at.decide(body.id, 'end'))).toEqual([409, 'claim.decided']);
      await at.decide(body.id, 'approve');
      const stranger = await service.signIn('stranger');
      expect(codeOf(await at.withdraw(body.id, stranger))).toEqual([404, 'claim.notFound']);
      expect(codeOf(await at.withdraw(aClaimId(), stranger))).toEqual([404, 'claim.notFound']);
      expect(codeOf(await at.decide(aClaimId(), 'refuse'))).toEqual([404, 'claim.notFound']);
      const handler = await service.signIn('handler', wuye);
      expect(codeOf(await at.decide(body.id, 'end', { by: handler }))).toEqual([403, 'access.denied']);
      expect((await at.decide(body.id, 'end')).body).toMatchObject({ state: 'ended', reason: '对不上' });
    });

    test('没传好的照片、没有的社区，写都不写', async () => {
      expect(codeOf(await at.ask({ photos: [aMediaId()] }))).toEqual([404, 'media.notFound']);
      expect(codeOf(await at.ask({ id: aClaimId('nowhere') }))).toEqual([404, 'community.notFound']);
      expect(await at.mine()).toEqual([]);
      const stranger = await service.signIn('stranger');
      const photos = [await service.cleanPhoto(stranger.personId)];
      expect(codeOf(await at.ask({ photos }))).toEqual([404, 'media.notFound']);
    });
  });
};
