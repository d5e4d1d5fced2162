import { consentVersion } from '@suishoupai/shared/people/consent';
import { type Grant, peopleRoutes } from '@suishoupai/shared/people/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId, aTicketId } from '../../test/builders.ts';
import { community, type Service, wuye } from '../../test/service.ts';

const second: Grant = {
  role: 'departmentStaff',
  communityId: 'xfl',
  departmentId: 'dep_wuye',
  label: '幸福物业',
  post: 'B',
};
const coordinator: Grant = { role: 'coordinator', streetId: 'str_changning', label: '长宁街道' };

/** Signing in, consent, who looked, who is away: through the front door; run against every implementation of the stores. */
export const peopleRouteCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  beforeEach(async () => {
    service = await makeService();
  });
  const signIn = (code: string, agreedTo?: string) =>
    service.call(peopleRoutes.signIn, {
      body: agreedTo === undefined ? { code } : { code, consentVersion: agreedTo },
    });

  describe('同意', () => {
    test('没有同意现行的版本，不给凭证，也不留下这个人', async () => {
      for (const agreedTo of [undefined, '2020-01-01']) {
        expect(await signIn('new', agreedTo)).toMatchObject({ status: 403, error: { code: 'consent.needed' } });
      }
      expect(await service.stores.people.known('openid-new')).toBeUndefined();
    });

    test('同意一次，以后悄悄换凭证不再问；哪天同意的查得到', async () => {
      const first = await signIn('new', consentVersion);
      expect(first.status).toBe(200);
      expect((await signIn('new')).status).toBe(200);
      expect((await signIn('new', consentVersion)).body.me).toEqual(first.body.me);
      const { body } = await service.call(peopleRoutes.listConsents, { token: first.body.token });
      expect(body.items).toEqual([{ version: consentVersion, what: 'given', at: service.now().toISOString() }]);
    });

    test('认得的人没同意过现行的版本，也要先同意', async () => {
      await service.stores.people.admit('openid-old', aPersonId(), service.now());
      expect((await signIn('old')).error.code).toBe('consent.needed');
      expect((await signIn('old', consentVersion)).status).toBe(200);
    });

    test('撤回之后不再给凭证，直到重新同意；重复撤回不多记', async () => {
      const { token } = (await signIn('li', consentVersion)).body;
      const id = anActionId();
      for (let times = 0; times < 2; times += 1) {
        const { body } = await service.call(peopleRoutes.withdrawConsent, { token, body: { id } });
        expect(body.items.map(({ what }) => what)).toEqual(['withdrawn', 'given']);
      }
      expect((await signIn('li')).error.code).toBe('consent.needed');
      expect((await signIn('li', consentVersion)).status).toBe(200);
      expect((await signIn('li')).status).toBe(200);
    });
  });

  test('谁看过我的信息，只有我看得到', async () => {
    const li = await service.signIn('li');
    const zhang = await service.signIn('zhang', wuye);
    const ticketId = aTicketId();
    const at = service.now().toISOString();
    await service.stores.accessLog.note({
      subject: li.personId,
      viewer: { personId: zhang.personId, label: '幸福物业' },
      ticketId,
      what: 'ticket',
      at,
    });
    const log = async ({ token }: typeof li) =>
      (await service.call(peopleRoutes.listAccessLog, { token, query: {} })).body;
    expect(await log(li)).toEqual({ items: [{ at, who: '幸福物业', ticketId, what: 'ticket' }] });
    expect(await log(zhang)).toEqual({ items: [] });
  });

  test('还可以发几条消息，随时问得到', async () => {
    const { token } = await service.signIn('li');
    await service.call(peopleRoutes.addSubscriptions, {
      token,
      body: { id: anActionId(), accepted: ['ticketProgress'] },
    });
    const { body } = await service.call(peopleRoutes.getSubscriptions, { token });
    expect(body.remaining).toEqual({ ticketProgress: 1, ticketWaiting: 0 });
  });

  describe('离岗', () => {
    const tomorrow = '2026-11-17T02:00:00.000Z';

    test('离岗到明天，自己和同事都看得到；回来就没有了', async () => {
      const zhang = await service.signIn('zhang', wuye);
      const qian = await service.signIn('qian', second);
      const away = (until: string | null) =>
        service.call(peopleRoutes.setAway, { token: zhang.token, body: { id: anActionId(), until } });
      const seenByQian = async () => {
        const query = { scope: 'xfl', desk: 'dep_wuye' };
        return (await service.call(peopleRoutes.listColleagues, { token: qian.token, query })).body.items;
      };

      expect((await away(tomorrow)).body.awayUntil).toBe(tomorrow);
      expect((await service.call(peopleRoutes.getMe, { token: zhang.token })).body.awayUntil).toBe(tomorrow);
      expect(await service.stores.people.onDuty('xfl', 'dep_wuye', service.now())).toEqual([qian.personId]);
      const mark = zhang.personId.slice(-4);
      expect(await seenByQian()).toEqual([
        { personId: zhang.personId, label: `幸福物业 · ${mark}`, post: 'A', awayUntil: tomorrow },
      ]);
      expect((await away(null)).body).not.toHaveProperty('awayUntil');
      expect(await seenByQian()).toEqual([{ personId: zhang.personId, label: `幸福物业 · ${mark}`, post: 'A' }]);
    });

    test('名称不同就不加尾号', async () => {
      await service.signIn('zhang', wuye);
      const qian = await service.signIn('qian', { ...wuye, label: '幸福物业 前台' });
      const query = { scope: 'xfl', desk: 'dep_wuye' };
      const { body } = await service.call(peopleRoutes.listColleagues, { token: qian.token, query });
      expect(body.items.map(({ label }) => label)).toEqual(['幸福物业']);
    });

    test('街道的坐席也有同事', async () => {
      const sun = await service.signIn('sun', coordinator);
      await service.signIn('zhou', { ...coordinator, label: '长宁街道 值班' });
      const query = { scope: 'str_changning', desk: 'street' };
      const { body } = await service.call(peopleRoutes.listColleagues, { token: sun.token, query });
      expect(body.items.map(({ label }) => label)).toEqual(['长宁街道 值班']);
    });

    test.each([
      ['别的部门', 'xfl', 'dep_chengguan'],
      ['别的社区', 'hpy', 'dep_wuye'],
      ['街道', 'str_changning', 'street'],
    ])('%s有哪些人，不给看', async (_, scope, desk) => {
      const { token } = await service.signIn('zhang', wuye, community);
      const { status, error } = await service.call(peopleRoutes.listColleagues, { token, query: { scope, desk } });
      expect({ status, code: error.code }).toEqual({ status: 403, code: 'access.denied' });
    });

    test.each([
      ['已经过去', '2026-11-16T01:59:59.999Z', 'past'],
      ['就是现在', '2026-11-16T02:00:00.000Z', 'past'],
      ['六十天以后', '2027-01-15T02:00:00.001Z', 'tooFar'],
    ])('%s，不收', async (_, until, rule) => {
      const { token } = await service.signIn('zhang', wuye);
      const { error } = await service.call(peopleRoutes.setAway, { token, body: { id: anActionId(), until } });
      expect(error).toMatchObject({ code: 'request.invalid', details: [{ field: 'body.until', rule }] });
    });

    test('同一编号换了时间，不认', async () => {
      const { token } = await service.signIn('zhang', wuye);
      const id = anActionId();
      const away = (until: string | null) => service.call(peopleRoutes.setAway, { token, body: { id, until } });
      expect([(await away(tomorrow)).status, (await away(tomorrow)).status]).toEqual([200, 200]);
      expect((await away(null)).error.code).toBe('id.reused');
    });
  });
};
