import { representativeRoutes } from '@suishoupai/shared/households/representatives';
import type { ClaimId } from '@suishoupai/shared/ids';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { community, type Person, type Service, wuye } from '../../test/service.ts';
import { aClaimId } from './households.builder.ts';
import { codeOf, type HouseholdDoors, householdDoors, params, rollOf, units } from './households.doors.ts';

/** The list of residents' representatives through the front door; run against every implementation of the stores. */
export const representativeCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let at: HouseholdDoors;
  beforeEach(async () => {
    service = await makeService();
    at = await householdDoors(service);
    await at.importing(rollOf(units));
  });

  const bound = async (name: string, room: string): Promise<{ person: Person; claimId: ClaimId }> => {
    const person = await service.signIn(name);
    const { body } = await at.ask({ as: 'member', name, room }, person);
    await at.decide(body.id, 'approve');
    return { person, claimId: body.id };
  };
  const list = (by = at.staff) => service.call(representativeRoutes.listRepresentatives, { token: by.token, params });
  const add = (claimId: ClaimId, { until = '2027-12-31', id = anActionId(), by = at.staff } = {}) =>
    service.call(representativeRoutes.addRepresentative, { token: by.token, params, body: { id, claimId, until } });
  const remove = (representativeId: string, { id = anActionId(), by = at.staff, reason = '搬走了' } = {}) =>
    service.call(representativeRoutes.removeRepresentative, {
      token: by.token,
      params: { ...params, representativeId: representativeId as ReturnType<typeof anActionId> },
      body: { id, reason },
    });
  const count = async () => (await service.call(representativeRoutes.countRepresentatives, { params })).body.count;

  describe('居民代表', () => {
    test('从认证过的居民里选，名字遮住；谁登记谁撤下都写着，居民查得到谁看过', async () => {
      const { person, claimId } = await bound('孙建军', '501');
      const candidates = await service.call(representativeRoutes.listCandidates, {
        token: at.staff.token,
        params,
        query: { building: '3' },
      });
      expect(candidates.body.items).toEqual([{ claimId, name: '孙*军', units: ['3-1-501'] }]);
      const id = anActionId();
      const added = await add(claimId, { id });
      const line = { id, name: '孙*军', units: ['3-1-501'], until: '2027-12-31', isInForce: true };
      expect(added.body.items).toMatchObject([{ ...line, addedBy: community.label }]);
      expect(JSON.stringify(added.body)).not.toMatch(/孙建军|usr_/);
      expect(await count()).toBe(1);
      const log = await service.call(peopleRoutes.listAccessLog, { token: person.token, query: {} });
      expect(log.body.items.length).toBeGreaterThan(0);

      const removed = await remove(id);
      expect(removed.body.items).toEqual([]);
      expect(removed.body.changes).toMatchObject([
        { what: 'remove', name: '孙*军', by: community.label, reason: '搬走了' },
        { what: 'add', name: '孙*军', by: community.label },
      ]);
      expect([await count(), (await list()).body]).toEqual([0, removed.body]);
    });

    test('同一下再点一次是一次，同一编号换了内容不收；已经是代表的、没有认证的、过了的日子，不收', async () => {
      const { claimId } = await bound('孙建军', '501');
      const other = await bound('周小兰', '503');
      const id = anActionId();
      const first = await add(claimId, { id });
      expect(await add(claimId, { id })).toEqual(first);
      expect(codeOf(await add(other.claimId, { id }))).toEqual([409, 'id.reused']);
      expect(codeOf(await add(claimId))).toEqual([409, 'representative.exists']);
      expect(codeOf(await add(aClaimId()))).toEqual([404, 'claim.notFound']);
      expect(codeOf(await add(other.claimId, { until: '2026-11-15' }))).toEqual([400, 'request.invalid']);
      await at.decide(other.claimId, 'end');
      expect(codeOf(await add(other.claimId))).toEqual([404, 'claim.notFound']);
      expect(codeOf(await remove(anActionId()))).toEqual([404, 'representative.notFound']);
      const tap = anActionId();
      const gone = await remove(id, { id: tap });
      expect(await remove(id, { id: tap })).toEqual(gone);
      expect(codeOf(await remove(id, { id: tap, reason: '换届了' }))).toEqual([409, 'id.reused']);
      expect(codeOf(await remove(id))).toEqual([404, 'representative.notFound']);
    });

    test('两个人同时登记，两位都在', async () => {
      const [one, two] = [await bound('孙建军', '501'), await bound('周小兰', '503')];
      const answers = await Promise.all([add(one.claimId), add(two.claimId)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await list()).body.items).toHaveLength(2);
    });

    test('任期到了、认证结束了，不在任；到期的可以再登记', async () => {
      const [one, two] = [await bound('孙建军', '501'), await bound('周小兰', '503')];
      await add(one.claimId, { until: '2026-11-16' });
      await add(two.claimId);
      await at.decide(two.claimId, 'end');
      await service.moveTo('2026-11-16T16:00:00.000Z');
      expect((await list()).body.items.map(({ isInForce }) => isInForce)).toEqual([false, false]);
      expect(await count()).toBe(1);
      const again = await add(one.claimId);
      expect(again.body.items.map(({ isInForce }) => isInForce)).toEqual([false, true]);
    });

    test('别的社区的人、单位的人，看不到也改不了；数目谁都看得到', async () => {
      const { claimId } = await bound('孙建军', '501');
      const far = await service.signIn('far', { role: 'communityStaff', communityId: 'other', label: '别处居委会' });
      const handler = await service.signIn('handler', wuye);
      for (const by of [far, handler]) {
        for (const answer of [await list(by), await add(claimId, { by }), await remove(anActionId(), { by })]) {
          expect(codeOf(answer)).toEqual([403, 'access.denied']);
        }
      }
      expect(await count()).toBe(0);
    });
  });
};
