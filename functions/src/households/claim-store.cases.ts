import { expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { type ClaimRecord, noStanding, standingAsked, standingWith } from './claim-record.ts';
import { type ClaimStore, claimPageSize } from './claim-store.ts';
import { aClaim, aClaimId, anImport, aUnit, opened } from './households.builder.ts';
import type { RollStore } from './roll-store.ts';

const decided = (claim: ClaimRecord, state: ClaimRecord['state'], ownerKey?: string): ClaimRecord => ({
  ...claim,
  ...(ownerKey === undefined ? {} : { ownerKey }),
  state,
  version: claim.version + 1,
});

/** What a store of claims promises; run against every implementation. */
export const claimStoreCases = (makeStores: () => Promise<{ claims: ClaimStore; rolls: RollStore }>): void => {
  const step = async (claims: ClaimStore, before: ClaimRecord, after: ClaimRecord, rollVersion?: number) => {
    const standing = await claims.standing(before.communityId, before.personId);
    return claims.change({
      before,
      after,
      standing: { before: standing, after: standingWith(standing, after) },
      rollVersion,
    });
  };

  test('申请和本人的情况一起写；编号用过、情况变过，什么也不写', async () => {
    const { claims } = await makeStores();
    const claim = aClaim();
    expect([await claims.find(claim.id), await claims.standing('xfl', claim.personId)]).toEqual([
      undefined,
      noStanding,
    ]);
    const both = await Promise.all([claims.change(opened(claim)), claims.change(opened(claim))]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await claims.find(claim.id)).toEqual(claim);
    expect(await claims.standing('xfl', claim.personId)).toMatchObject({
      version: 1,
      asked: 1,
      open: [{ state: 'waiting' }],
    });

    const other = aClaim({ personId: claim.personId, room: '502' });
    expect(await claims.change(opened(other))).toBe(false);
    expect(await claims.find(other.id)).toBeUndefined();
  });

  test('两个人同时决定，一个算数', async () => {
    const { claims } = await makeStores();
    const claim = aClaim();
    await claims.change(opened(claim));
    const results = await Promise.all([
      step(claims, claim, decided(claim, 'approved', 'own_a')),
      step(claims, claim, decided(claim, 'refused')),
    ]);
    expect(results.toSorted()).toEqual([false, true]);
    expect((await claims.find(claim.id))?.version).toBe(2);
  });

  test('认证的是谁的哪一户，按人、按户都查得到；结束了就没有了', async () => {
    const { claims } = await makeStores();
    const claim = aClaim();
    await claims.change(opened(claim));
    expect([await claims.bindingsOf(claim.personId, 'xfl'), await claims.bound('xfl')]).toEqual([[], []]);
    const approved = decided(claim, 'approved', 'own_a');
    expect(await step(claims, claim, approved)).toBe(true);
    const binding = { claimId: claim.id, unit: claim.code, as: 'owner', ownerKey: 'own_a' };
    expect(await claims.bindingsOf(claim.personId, 'xfl')).toEqual([{ ...binding, communityId: 'xfl' }]);
    expect(await claims.bindingsOf(claim.personId, 'other')).toEqual([]);
    const bound = [{ ...binding, personId: claim.personId }];
    expect([
      await claims.bound('xfl'),
      await claims.bound('xfl', { unit: claim.code }),
      await claims.bound('xfl', { unit: '3-1-50' }),
    ]).toEqual([bound, bound, []]);
    const inBuilding = async (building: string) => (await claims.bound('xfl', { building })).length;
    expect([await inBuilding('3'), await inBuilding('30'), await inBuilding('')]).toEqual([1, 0, 0]);
    const ended = decided(approved, 'ended');
    expect(await step(claims, approved, ended)).toBe(true);
    expect([await claims.bindingsOf(claim.personId, 'xfl'), await claims.bound('xfl')]).toEqual([[], []]);
    expect(await claims.find(claim.id)).toEqual(ended);
  });

  test('决定时看的名册已经换了，决定不算', async () => {
    const { claims, rolls } = await makeStores();
    const claim = aClaim();
    await claims.change(opened(claim));
    const approved = decided(claim, 'approved', 'own_a');
    expect(await step(claims, claim, approved, 1)).toBe(false);
    const roll = anImport(1, [aUnit()]);
    await rolls.advance('xfl', roll.pointer, roll.line);
    expect(await step(claims, claim, approved, 2)).toBe(false);
    expect((await claims.find(claim.id))?.state).toBe('waiting');
    expect(await step(claims, claim, approved, 1)).toBe(true);
  });

  test('自己的申请新的在前，不论哪个社区，最多二十份', async () => {
    const { claims } = await makeStores();
    const personId = aPersonId();
    const all = Array.from({ length: 22 }, (_, index) => {
      const communityId = index % 2 === 0 ? 'xfl' : 'other';
      const at = `2026-11-16T02:${String(index).padStart(2, '0')}:00.000Z`;
      return aClaim({ id: aClaimId(communityId), communityId, personId, at, room: String(index + 1) });
    });
    for (const claim of all) {
      const before = await claims.standing(claim.communityId, personId);
      const standing = { before, after: standingAsked(before, claim, '2026-11-16') };
      await claims.change({ before: undefined, after: claim, standing });
    }
    await claims.change(opened(aClaim()));
    const listed = await claims.listOf(personId);
    expect(listed.map(({ id }) => id)).toEqual(
      all
        .toReversed()
        .slice(0, 20)
        .map(({ id }) => id),
    );
    expect(JSON.stringify(listed)).not.toContain('王小明');
  });

  test('等着的按先来后到，分页不重不漏；有了结果的不在；别处的页码不收', async () => {
    const { claims } = await makeStores();
    const all = Array.from({ length: claimPageSize + 3 }, (_, index) =>
      aClaim({ at: `2026-11-16T02:${String(index).padStart(2, '0')}:00.000Z` }),
    );
    for (const claim of all.toReversed()) await claims.change(opened(claim));
    await claims.change(opened(aClaim({ id: aClaimId('other'), communityId: 'other' })));
    const [, gone = aClaim()] = all;
    await step(claims, gone, decided(gone, 'refused'));
    const first = await claims.waiting('xfl');
    const rest = await claims.waiting('xfl', first.next);
    expect([...first.ids, ...rest.ids]).toEqual(all.filter(({ id }) => id !== gone.id).map(({ id }) => id));
    expect(rest.next).toBeUndefined();
    await expect(claims.waiting('other', first.next)).rejects.toMatchObject({ code: 'request.invalid' });
    const made = Buffer.from(JSON.stringify({ pk: anActionId() })).toString('base64url');
    await expect(claims.waiting('xfl', made)).rejects.toMatchObject({ code: 'request.invalid' });
  });
};
