import { generateKeyPairSync } from 'node:crypto';
import type { RouteInput } from '@suishoupai/shared/contract/route';
import { householdRoutes } from '@suishoupai/shared/households/contract';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { aService, community, type Person, type Service } from '../../test/service.ts';
import { testVoteKey } from '../../test/vote-key.ts';
import { verified } from './verified.builder.ts';
import {
  against,
  aHall,
  anOpenVote,
  approve,
  cast,
  close,
  closedAt,
  decidePaper,
  enterPaper,
  type Hall,
  onPaper,
  owners,
  packOf,
  publish,
  settle,
  slotIn,
  slotsOf,
  theVote,
} from './votes.builder.ts';

type Judging = RouteInput<(typeof voteRoutes)['judgeObjection']>['body'];

/** From close to the final result over HTTP. */
export const closingCases = (makeService: () => Promise<Service>) => {
  let hall: Hall;
  beforeEach(async () => {
    hall = await aHall(await makeService());
  });
  const receiptOf = async (voteId: Vote['id'], person: Person) => {
    const { slot } = await slotIn(hall, voteId, person);
    return (await hall.call(voteRoutes.getReceipt, { token: person.token, params: { voteId }, query: { slot } })).body;
  };
  const forVerifier = ({ voteId: vote, leaf, code }: { voteId: string; leaf: string; code: string }) => ({
    vote,
    leaf,
    code,
  });

  test('截止、计票、公示、期满生效；结果公示以前只有工作人员知道计完了', async () => {
    const [wang, chen, zhou] = [
      await hall.owner('wang', '1-1-101'),
      await hall.owner('chen', '2-1-101'),
      await hall.owner('zhou', '2-1-102'),
    ];
    const vote = await anOpenVote(hall, { takesPaper: false });
    for (const person of [wang, chen]) await cast(hall, vote.id, person);
    await cast(hall, vote.id, zhou, { choice: against });

    const counted = await close(hall, vote.id);
    expect(counted).toMatchObject({ state: 'counted', may: ['publish'], result: { outcome: 'notQuorate' } });
    expect(counted.result?.tests.map(({ basis }) => basis)).toEqual(counted.ruleSet.turnout.map(({ basis }) => basis));
    expect(counted).not.toHaveProperty('outcome');
    const elsewhere = await hall.signIn('shen', { role: 'communityStaff', communityId: 'ygl', label: '阳光里居委会' });
    for (const person of [undefined, wang, elsewhere]) {
      expect(await theVote(hall, vote.id, person)).not.toHaveProperty('result');
    }
    expect((await theVote(hall, vote.id, hall.sun)).result).toEqual(counted.result);
    expect(await packOf(hall, vote.id)).toContain('vote.notPublished');

    const { body: published } = await publish(hall, vote.id);
    expect(published).toMatchObject({
      state: 'published',
      outcome: 'notQuorate',
      objectionsUntil: '2026-12-17T16:00:00.000Z',
      result: { eligible: { heads: 5, area: 60051 }, participating: { heads: 3, area: 40051, online: 3, paper: 0 } },
    });
    await hall.moveTo('2026-12-17T16:00:19.999Z');
    await hall.sweepVotes(hall.now());
    expect((await theVote(hall, vote.id)).state).toBe('published');
    await hall.moveTo('2026-12-17T16:00:20.000Z');
    await hall.sweepVotes(hall.now());
    expect((await theVote(hall, vote.id)).state).toBe('final');
  });

  test.each([
    ['一直公布的', { showsTurnout: true }],
    ['开着的时候不公布的', { showsTurnout: false }],
    ['公开投票的，各选项的数要等公示', { showsTurnout: false, secrecy: 'open' as const }],
  ])('截止以后人人看得到最后的参与情况：%s', async (_, overrides) => {
    const [wang, chen] = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
    const vote = await anOpenVote(hall, { takesPaper: false, ...overrides });
    for (const person of [wang, chen]) await cast(hall, vote.id, person);
    expect((await theVote(hall, vote.id)).progress?.participating.heads ?? 0).toBe(0);
    await close(hall, vote.id);
    const { progress } = await theVote(hall, vote.id);
    expect(progress).toMatchObject({ at: closedAt, participating: { heads: 2, area: 28050 } });
    expect(progress).not.toHaveProperty('options');
  });

  test('截止以后才录入的纸质票，也在最后的参与情况里', async () => {
    const chen = await hall.owner('chen', '2-1-101');
    const vote = await anOpenVote(hall);
    const { slot } = await slotIn(hall, vote.id, chen);
    expect((await close(hall, vote.id)).progress).toMatchObject({ at: closedAt, participating: { heads: 0 } });
    await hall.moveTo('2026-12-10T03:00:00.000Z');
    const receivedAt = '2026-12-10T01:00:00.000Z';
    const { body: sheet } = await enterPaper(hall, vote.id, { slot, receivedAt });
    await decidePaper(hall, vote.id, sheet.id);
    await settle(hall, vote.id, { issued: 1, returned: 1, invalid: 0 });
    expect((await theVote(hall, vote.id)).progress).toMatchObject({ participating: { heads: 1, area: 8050 } });
  });

  test('签署的密钥换过：开着的表决用开始时的密钥签完，公示了的不用密钥也还核验得过', async () => {
    const newKey = () =>
      generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const chen = await hall.owner('chen', '2-1-101');
    const vote = await anOpenVote(hall, { takesPaper: false });
    await cast(hall, vote.id, chen);
    const next = newKey();
    const under = async (voteKey: string): Promise<Hall> => {
      const service = await aService(hall.stores, { voteKey });
      await service.moveTo(closedAt);
      return { ...hall, ...service, service, liu: await service.signIn('liu', community) };
    };
    const forgetful = await under(next);
    await expect(forgetful.sweepVotes(forgetful.now())).resolves.toMatchObject({ failed: 1 });

    const changed = await under(`${next},${testVoteKey}`);
    await changed.moveTo('2026-12-10T03:00:20.000Z');
    await changed.sweepVotes(changed.now());
    expect((await publish(changed, vote.id)).status).toBe(200);
    const pack = await packOf(changed, vote.id);
    expect(await verified(pack)).toContain('可信：全部相符');
    const later = await under(newKey());
    expect(await packOf(later, vote.id)).toBe(pack);
    const { publicKey } = (await later.call(voteRoutes.listHeads, { params: { voteId: vote.id } })).body;
    expect(JSON.parse(pack)).toMatchObject({ publicKey });
  });

  test('扫两遍、晚扫、同时扫，结果和签署都只有一份', async () => {
    const chen = await hall.owner('chen', '2-1-101');
    const vote = await anOpenVote(hall, { takesPaper: false });
    await Promise.all([1, 2, 3].map(() => hall.sweepVotes(hall.now())));
    await cast(hall, vote.id, chen);
    await hall.moveTo('2026-12-11T09:00:00.000Z');
    await Promise.all([1, 2, 3].map(() => hall.sweepVotes(hall.now())));
    await hall.sweepVotes(hall.now());
    const { body } = await hall.call(voteRoutes.listHeads, { params: { voteId: vote.id } });
    expect(body.items.map(({ n, kind, size }) => [n, kind, size])).toEqual([
      [0, 'roll', 5],
      [1, 'close', 1],
    ]);
    const { body: published } = await publish(hall, vote.id);
    expect(published.result?.participating).toMatchObject({ heads: 1, online: 1 });
    expect(hall.logged).toEqual([]);
  });

  test('截止前就开始、拖到截止以后才计票的清扫，签署的时间不早于截止', async () => {
    const chen = await hall.owner('chen', '2-1-101');
    const vote = await anOpenVote(hall, { takesPaper: false });
    await cast(hall, vote.id, chen);
    const { voteLog, votes } = hall.stores;
    const { append } = voteLog;
    voteLog.append = async () => {
      throw new Error('throttled');
    };
    await close(hall, vote.id);
    voteLog.append = append;
    // Read by the slow sweep when the vote was due, whatever its own clock says.
    votes.listDue = async () => [vote.id];
    await hall.sweepVotes(new Date('2026-12-10T01:59:30.000Z'));
    expect((await theVote(hall, vote.id, hall.liu)).state).toBe('counted');
    await publish(hall, vote.id);
    expect(await verified(await packOf(hall, vote.id))).toContain('\n可信');
  });

  test('开放期间每小时签一次新到的票，秘密投票只签开头和结尾', async () => {
    const [chen, zhou] = [await hall.owner('chen', '2-1-101'), await hall.owner('zhou', '2-1-102')];
    const named = await anOpenVote(hall);
    await hall.moveTo('2026-11-16T02:00:00.000Z');
    const secret = await anOpenVote(hall, { secrecy: 'secret' });
    const sizes = async ({ id }: Vote) =>
      (await hall.call(voteRoutes.listHeads, { params: { voteId: id } })).body.items.map(({ size }) => size);
    for (const vote of [named, secret]) await cast(hall, vote.id, chen);
    await hall.moveTo('2026-12-01T02:06:00.000Z');
    await hall.sweepVotes(hall.now());
    for (const vote of [named, secret]) await cast(hall, vote.id, zhou);
    await hall.moveTo('2026-12-01T02:30:00.000Z');
    await hall.sweepVotes(hall.now());
    expect(await sizes(named)).toEqual([5, 1]);
    await hall.moveTo('2026-12-01T03:10:00.000Z');
    await hall.sweepVotes(hall.now());
    expect(await sizes(named)).toEqual([5, 1, 2]);
    expect(await sizes(secret)).toEqual([5]);
  });

  describe('结果包', () => {
    test.each(['open', 'untilClose', 'secret'] as const)(
      '%s：改过票、有纸票、卖过房、延过期，核验都通过',
      async (secrecy) => {
        const [wang, chen, zhou] = [
          await hall.owner('wang', '1-1-101'),
          await hall.owner('chen', '2-1-101'),
          await hall.owner('zhou', '2-1-102'),
        ];
        const vote = await anOpenVote(hall, { secrecy });
        await cast(hall, vote.id, wang, { choice: against });
        await hall.moveTo('2026-12-02T02:00:00.000Z');
        await hall.sweepVotes(hall.now());
        await cast(hall, vote.id, wang);
        await hall.moveTo('2026-12-03T02:00:00.000Z');
        await hall.sweepVotes(hall.now());
        const sale = { id: anActionId(), owners: [owners.sun], reason: '二手房过户' };
        const sold = await hall.call(householdRoutes.transferUnit, {
          token: hall.liu.token,
          params: { communityId: 'xfl', code: '2-1-102' },
          body: sale,
        });
        expect(sold.status).toBe(200);
        expect((await cast(hall, vote.id, zhou, { slot: 'x', replaces: 0 })).status).toBe(403);
        const sun = await hall.owner('sun', '2-1-102');
        await cast(hall, vote.id, sun, { choice: { abstain: true } });
        const shared = (await slotsOf(hall, vote.id, '1')).find(({ units }) => units.includes('1 栋 1 单元 201'));
        await onPaper(hall, vote.id, shared?.slot ?? '');
        await hall.call(voteRoutes.extendVote, {
          token: hall.liu.token,
          params: { voteId: vote.id },
          body: {
            id: anActionId(),
            version: (await theVote(hall, vote.id, hall.liu)).version,
            closesAt: '2026-12-12T02:00:00.000Z',
            notice: '还差几户，延长两天',
          },
        });
        await hall.moveTo('2026-12-11T02:00:00.000Z');
        await cast(hall, vote.id, chen);
        await hall.moveTo('2026-12-12T02:00:20.000Z');
        await hall.sweepVotes(hall.now());
        expect((await settle(hall, vote.id, { issued: 3, returned: 1, invalid: 0 })).body.state).toBe('counted');
        expect((await publish(hall, vote.id)).body.outcome).toBe('passed');

        const pack = await packOf(hall, vote.id);
        expect(await packOf(hall, vote.id)).toBe(pack);
        const receipt = await receiptOf(vote.id, wang);
        expect(receipt.proof?.size).toBe(5);
        expect(await verified(pack, forVerifier(receipt))).toMatch(/收据.*计入[\s\S]*可信/);
        expect(pack).not.toContain('王建国');
        expect(await verified(pack.replace('加装', '拆除'))).toContain('不可信');
      },
    );

    test('按人的秘密表决，包里没有谁投了什么', async () => {
      const people = [await hall.resident('a', '1-1-101'), await hall.resident('b', '2-1-101')];
      const vote = await anOpenVote(hall, {
        ruleSetId: 'consultation',
        electorate: 'residents',
        secrecy: 'secret',
        takesPaper: false,
      });
      for (const person of people) await cast(hall, vote.id, person);
      await close(hall, vote.id);
      await publish(hall, vote.id);
      const pack = await packOf(hall, vote.id);
      expect(JSON.parse(pack).ballots[0]).not.toHaveProperty('slot');
      for (const { personId } of people) expect(pack).not.toContain(personId);
      const [first] = people;
      const receipt = first === undefined ? undefined : forVerifier(await receiptOf(vote.id, first));
      expect(await verified(pack, receipt)).toMatch(/收据.*计入[\s\S]*可信/);
    });

    test('按面积的秘密表决，社区和街道两方都申请过才能打开，谁看过公开', async () => {
      const wang = await hall.owner('wang', '1-1-101');
      const vote = await anOpenVote(hall, { secrecy: 'secret', takesPaper: false });
      await cast(hall, vote.id, wang, { choice: against });
      await close(hall, vote.id);
      const openings = (person: Person) =>
        hall.call(voteRoutes.getOpenings, { token: person.token, params: { voteId: vote.id } });
      expect(await openings(hall.liu)).toMatchObject({ error: { code: 'vote.notPublished' } });
      await publish(hall, vote.id);
      const pack = await packOf(hall, vote.id);
      expect(JSON.parse(pack).ballots[0]).not.toHaveProperty('choice');
      expect(await openings(hall.liu)).toMatchObject({ status: 403 });
      expect(await openings(hall.he)).toMatchObject({ status: 403 });
      await hall.moveTo('2026-12-11T02:00:00.000Z');
      const { body } = await openings(hall.sun);
      expect(body.openings[0]?.choice).toEqual(against);
      expect((await openings(hall.liu)).status).toBe(200);
      expect((await theVote(hall, vote.id)).looks).toHaveLength(4);
      expect(await verified(pack, undefined, body)).toMatch(/开票文件与公布的承诺一致[\s\S]*可信/);
    });
  });

  describe('公示', () => {
    const objectTo = (voteId: Vote['id'], person: Person, words = '我家没有收到通知，请核实', id = anActionId()) =>
      hall.call(voteRoutes.object, { token: person.token, params: { voteId }, body: { id, words } });
    const aPublished = async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall, { takesPaper: false });
      await cast(hall, vote.id, chen);
      await close(hall, vote.id);
      await publish(hall, vote.id);
      return { chen, vote };
    };

    test('选民提异议，答复了才生效；旁人看不到没核对过的话', async () => {
      const { chen, vote } = await aPublished();
      const guest = await hall.signIn('guest');
      expect(await objectTo(vote.id, guest)).toMatchObject({ error: { code: 'vote.notYours' } });
      const id = anActionId();
      const { body: objection } = await objectTo(vote.id, chen, undefined, id);
      expect(objection).toMatchObject({ who: '一位业主', isMine: true });
      expect((await objectTo(vote.id, chen, undefined, id)).body).toEqual({ ...objection, isPublic: true });
      expect(await objectTo(vote.id, chen, '换了一句话来说', id)).toMatchObject({ error: { code: 'id.reused' } });

      await hall.moveTo('2026-12-18T02:00:00.000Z');
      await hall.sweepVotes(hall.now());
      expect((await theVote(hall, vote.id)).state).toBe('published');
      expect(await objectTo(vote.id, chen)).toMatchObject({ error: { code: 'vote.stepNotAllowed' } });
      const answer = { id: anActionId(), words: '通知于十一月十六日张贴在楼道' };
      const answering = (token: string, body = answer) =>
        hall.call(voteRoutes.answerObjection, { token, params: { voteId: vote.id, objectionId: objection.id }, body });
      expect((await answering(chen.token)).status).toBe(403);
      expect((await answering(hall.liu.token)).body.answer).toMatchObject({ words: answer.words, who: '幸福里居委会' });
      expect((await answering(hall.liu.token)).status).toBe(200);
      expect(await answering(hall.he.token, { ...answer, id: anActionId() })).toMatchObject({
        error: { code: 'objection.answered' },
      });
      await hall.moveTo('2026-12-18T03:00:00.000Z');
      await hall.sweepVotes(hall.now());
      expect((await theVote(hall, vote.id)).state).toBe('final');
      const { body: list } = await hall.call(voteRoutes.listObjections, { params: { voteId: vote.id }, query: {} });
      expect(list.items).toHaveLength(1);
    });

    test('拿不准的异议等人看：放行了大家看得到，撤下了也要答复；别处的工作人员看不到', async () => {
      const { chen, vote } = await aPublished();
      const fair = (await objectTo(vote.id, chen, '我家没有收到通知，请核实，待审')).body;
      const rude = (await objectTo(vote.id, chen, '骂人的一句话，待审')).body;
      const held = (token: string) =>
        hall.call(voteRoutes.listHeldObjections, { token, query: { communityId: 'xfl' } });
      const elsewhere = await hall.signIn('shen', {
        role: 'communityStaff',
        communityId: 'ygl',
        label: '阳光里居委会',
      });
      expect((await held(elsewhere.token)).error.code).toBe('access.denied');
      expect((await held(hall.sun.token)).body.items.map(({ words }) => words)).toEqual([fair.words, rude.words]);

      const judge = ({ id: objectionId }: typeof fair, body: Judging, token = hall.liu.token) =>
        hall.call(voteRoutes.judgeObjection, { token, params: { voteId: vote.id, objectionId }, body });
      const pass = { id: anActionId(), verdict: 'pass' as const };
      const hide = { id: anActionId(), verdict: 'hidden' as const, reason: '有辱骂人的话' };
      expect((await judge(fair, pass, elsewhere.token)).status).toBe(403);
      expect((await judge(fair, pass)).body.isPublic).toBe(true);
      expect((await judge(fair, pass)).status).toBe(200);
      expect((await judge(fair, { ...hide, id: pass.id })).error.code).toBe('id.reused');
      expect((await judge(fair, hide)).error.code).toBe('vote.stepNotAllowed');
      expect((await judge(rude, hide, hall.sun.token)).body).toMatchObject({ isPublic: false, words: rude.words });
      expect((await judge({ ...rude, id: anActionId() }, pass)).error.code).toBe('objection.notFound');
      expect((await held(hall.liu.token)).body.items).toEqual([]);

      const listed = async (only?: 'unanswered', token?: string) =>
        (await hall.call(voteRoutes.listObjections, { params: { voteId: vote.id }, query: { only }, token })).body
          .items;
      expect((await listed()).map(({ words }) => words)).toEqual([fair.words, '（内容不公开）']);
      expect((await listed(undefined, chen.token)).map(({ words }) => words)).toEqual([fair.words, rude.words]);
      await hall.call(voteRoutes.answerObjection, {
        token: hall.liu.token,
        params: { voteId: vote.id, objectionId: fair.id },
        body: { id: anActionId(), words: '通知贴在楼道里' },
      });
      expect((await listed('unanswered', hall.liu.token)).map(({ id }) => id)).toEqual([rude.id]);
      await hall.moveTo('2026-12-18T02:00:00.000Z');
      await hall.sweepVotes(hall.now());
      expect((await theVote(hall, vote.id)).state).toBe('published');
    });

    test('一个人最多提三条', async () => {
      const { chen, vote } = await aPublished();
      for (let i = 0; i < 3; i += 1) expect((await objectTo(vote.id, chen)).status).toBe(200);
      expect(await objectTo(vote.id, chen)).toMatchObject({ status: 400 });
    });

    test('没计完不能公示；同一次公示再发一次还是那一次；旧页面不行', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall);
      await cast(hall, vote.id, chen);
      expect(await publish(hall, vote.id)).toMatchObject({ error: { code: 'vote.stepNotAllowed' } });
      await close(hall, vote.id);
      expect(await publish(hall, vote.id)).toMatchObject({ error: { code: 'vote.paperOpen' } });
      await settle(hall, vote.id, { issued: 0, returned: 0, invalid: 0 });
      const id = anActionId();
      const first = await publish(hall, vote.id, id);
      await hall.moveTo('2026-12-11T02:00:00.000Z');
      expect((await publish(hall, vote.id, id)).body.publishedAt).toBe(first.body.publishedAt);
      const stale = await hall.call(voteRoutes.publishResult, {
        token: hall.liu.token,
        params: { voteId: vote.id },
        body: { id: anActionId(), version: 1 },
      });
      expect(stale).toMatchObject({ error: { code: 'vote.changed' } });
    });
  });

  describe('延期和取消', () => {
    const step = async (name: 'extendVote' | 'cancelVote', voteId: Vote['id'], told: object, person = hall.liu) => {
      const { version } = await theVote(hall, voteId, person);
      const body = { id: anActionId(), version, ...told } as { id: ReturnType<typeof anActionId>; version: number };
      const input = { token: person.token, params: { voteId } };
      return name === 'extendVote'
        ? hall.call(voteRoutes.extendVote, { ...input, body: { closesAt: '', notice: '', ...body } })
        : hall.call(voteRoutes.cancelVote, { ...input, body: { reason: '', ...body } });
    };
    const notice = '还差几户，延长两天';

    test('只能往后延，开始以前和截止以后都不能延', async () => {
      const vote = await anOpenVote(hall);
      expect(await step('extendVote', vote.id, { closesAt: '2026-12-09T02:00:00.000Z', notice })).toMatchObject({
        status: 400,
      });
      const longer = await step('extendVote', vote.id, { closesAt: '2026-12-11T02:00:00.000Z', notice });
      expect(longer.body).toMatchObject({ closesAt: '2026-12-11T02:00:00.000Z', extensions: [{ notice }] });
      await hall.moveTo('2026-12-11T02:00:00.000Z');
      const late = await step('extendVote', vote.id, { closesAt: '2026-12-13T02:00:00.000Z', notice });
      expect(late).toMatchObject({ status: 409, error: { code: 'vote.over' } });
    });

    test('取消要有理由；取消了不能投、不能计，什么时候扫都一样', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall);
      const { slot } = await slotIn(hall, vote.id, chen);
      const { body } = await step('cancelVote', vote.id, { reason: '方案要重做，重新公告' });
      expect(body).toMatchObject({ state: 'cancelled', cancelReason: '方案要重做，重新公告', may: [] });
      expect(await cast(hall, vote.id, chen, { slot, replaces: 0, choice: approve })).toMatchObject({
        error: { code: 'vote.over' },
      });
      expect((await close(hall, vote.id)).state).toBe('cancelled');
    });

    test('居民不能取消', async () => {
      const chen = await hall.owner('chen', '2-1-101');
      const vote = await anOpenVote(hall);
      expect((await step('cancelVote', vote.id, { reason: '不想投了好不好' }, chen)).status).toBe(403);
    });
  });
};
