import { communityOf } from '@suishoupai/shared/ids';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import type { BoxStore, Change } from './box-store.ts';
import type { LogStore } from './log-store.ts';
import type { ObjectionStore } from './objection-store.ts';
import { aBallot, aSheet, aSlot, aVote } from './record.builder.ts';
import type { VoteStore } from './store.ts';

const voteStoreCases = (makeStore: () => Promise<VoteStore>) => {
  let store: VoteStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  test('公告一次；同一个编号再来，原来的不动', async () => {
    const vote = aVote();
    expect(await store.announce(vote)).toEqual(vote);
    expect((await store.announce({ ...vote, title: '别的' })).title).toBe(vote.title);
    expect(await store.find(vote.id)).toEqual(vote);
    expect(await store.find(aVote().id)).toBeUndefined();
  });

  test('写要从读到的那一版写，两个人同时写只成一个', async () => {
    const vote = await store.announce(aVote());
    const writes = await Promise.all(['甲', '乙'].map((title) => store.write({ ...vote, title })));
    expect(writes.toSorted()).toEqual([false, true]);
    expect((await store.find(vote.id))?.version).toBe(2);
    expect(await store.write(aVote())).toBe(false);
  });

  test('到点的扫得到，改了时间跟着走，没有下一次的不再扫到', async () => {
    const vote = await store.announce(aVote());
    expect(await store.listDue('2026-12-01T01:59:59.999Z')).toEqual([]);
    expect(await store.listDue(vote.opensAt)).toEqual([vote.id]);
    await store.wake(vote, '2026-12-02T00:00:00.000Z');
    expect(await store.listDue(vote.opensAt)).toEqual([]);
    await store.wake({ ...vote, version: 9 }, '2026-12-01T00:00:00.000Z');
    expect(await store.listDue('2026-12-01T12:00:00.000Z')).toEqual([]);
    const { wakeAt: _, ...rest } = vote;
    await store.write(rest);
    expect(await store.listDue('2099-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('一个社区的，新的在前，一页一页；别的社区的看不到', async () => {
    const votes = Array.from({ length: 23 }, (_, i) =>
      aVote({ createdAt: `2026-11-16T02:${String(i).padStart(2, '0')}:00.000Z` }),
    );
    for (const vote of votes) await store.announce(vote);
    const first = await store.list('xfl');
    const second = await store.list('xfl', first.next);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(votes.map(({ id }) => id).toReversed());
    expect(second.next).toBeUndefined();
    expect((await store.list('other')).items).toEqual([]);
    await expect(store.list('other', first.next)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  test('一个议题的表决', async () => {
    const vote = await store.announce(aVote());
    await store.announce(aVote());
    expect(vote.topicId === undefined ? [] : await store.ofTopic(vote.topicId)).toEqual([vote]);
  });
};

const boxStoreCases = (makeStore: () => Promise<BoxStore>) => {
  let store: BoxStore;
  const box = { voteId: aVote().id, roll: 'r1' };
  beforeEach(async () => {
    store = await makeStore();
  });

  test('名册分批放进去，断了再来不重复，另一份名册不相混', async () => {
    const slots = Array.from({ length: 60 }, (_, i) => aSlot(String(100 + i)));
    await store.freeze(box, slots.slice(0, 30));
    await store.write(box, [{ slot: { ...aSlot('100'), ballot: aBallot() } }]);
    await store.freeze(box, slots);
    await store.freeze({ ...box, roll: 'r2' }, [aSlot('999')]);
    const kept = await store.slots(box, true);
    expect(kept.map(({ slot }) => slot)).toEqual(slots.map(({ slot }) => slot));
    expect(kept[0]?.ballot).toBeDefined();
    expect((await store.slots({ ...box, roll: 'r2' }, false)).map(({ slot }) => slot)).toEqual(['999']);
    expect(await store.findSlot(box, '999')).toBeUndefined();
  });

  test('一张票一次写，从读到的那一份写', async () => {
    await store.freeze(box, [aSlot('101')]);
    const read = (await store.findSlot(box, '101')) ?? aSlot('none');
    const ballots = [aBallot(), aBallot()];
    const writes = await Promise.all(ballots.map((ballot) => store.write(box, [{ slot: { ...read, ballot } }])));
    expect(writes.toSorted()).toEqual([false, true]);
    expect(await store.findSlot(box, '101')).toMatchObject({ rev: 2, ballot: ballots[writes.indexOf(true)] });
    expect(await store.write(box, [{ slot: { ...aSlot('102') } }])).toBe(false);
  });

  test('几样一起写，有一样不是读到的样子就都不写', async () => {
    await store.freeze(box, [aSlot('101')]);
    const [slot, ledger, sheet] = [await store.findSlot(box, '101'), await store.ledger(box), aSheet('101')];
    if (slot === undefined) throw new Error('no slot');
    expect(ledger).toEqual({ rev: 0, waiting: 0, confirmed: 0, refused: 0 });
    const changes = [{ slot: { ...slot, paper: sheet.id } }, { ledger: { ...ledger, waiting: 1 } }] as const;
    expect(await store.write(box, [{ paper: sheet }, ...changes])).toBe(true);
    expect(await store.write(box, [{ paper: aSheet('101') }, ...changes])).toBe(false);
    expect(await store.papers(box)).toHaveLength(1);
    const { paper: _, ...free } = (await store.findSlot(box, '101')) ?? slot;
    expect(await store.write(box, [{ slot: free }, { ledger: { ...(await store.ledger(box)), waiting: 0 } }])).toBe(
      true,
    );
    expect(await store.findSlot(box, '101')).not.toHaveProperty('paper');
    expect(await store.ledger(box)).toMatchObject({ rev: 2, waiting: 0 });
  });

  test('过户按顺序编号，一次过户只记一次，买方的新票位一起放', async () => {
    await store.freeze(box, [aSlot('101')]);
    const slot = await store.findSlot(box, '101');
    if (slot === undefined) throw new Error('no slot');
    const id = anActionId();
    const transfer = { id, seq: 1, at: '2026-12-02T02:00:00.000Z', unit: '1-1-101', from: '101', to: 'new' };
    const changes: Change[] = [{ slot: { ...slot, units: [] } }, { slot: { ...aSlot('new'), rev: 0 } }];
    expect(await store.write(box, [{ transfer }, ...changes])).toBe(true);
    const again = await store.findSlot(box, '101');
    expect(await store.write(box, [{ transfer: { ...transfer, seq: 2 } }, { slot: again ?? slot }])).toBe(false);
    expect(await store.write(box, [{ transfer: { ...transfer, id: anActionId() } }, { slot: again ?? slot }])).toBe(
      false,
    );
    expect(await store.transfers(box)).toEqual([transfer]);
    expect((await store.findSlot(box, 'new'))?.rev).toBe(1);
  });

  test('等复核的纸票在前，一页一页；别的表决的页码不认', async () => {
    const sheets = Array.from({ length: 25 }, (_, i) =>
      aSheet(`s${i}`, {
        state: i % 5 === 0 ? 'waiting' : 'confirmed',
        at: `2026-12-02T02:00:${String(i).padStart(2, '0')}.000Z`,
      }),
    );
    for (const paper of sheets) await store.write(box, [{ paper }]);
    const first = await store.listPaper(box);
    const second = await store.listPaper(box, first.next);
    const all = [...first.items, ...second.items];
    expect(all.map(({ state }) => state).join(' ')).toMatch(/^(waiting ?){5}(confirmed ?){20}$/);
    expect(new Set(all.map(({ id }) => id)).size).toBe(25);
    expect(await store.findPaper(box, sheets[0]?.id ?? anActionId())).toEqual({ ...sheets[0], rev: 1 });
    const other = { ...box, voteId: aVote().id };
    await expect(store.listPaper(other, first.next)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  test('纸票之后来的手机，每个票位记一次', async () => {
    const refusal = { slot: '101', channel: 'online', at: '2026-12-02T02:00:00.000Z', why: 'firstOnPaper' } as const;
    await store.noteRefusal(box, refusal);
    await store.noteRefusal(box, { ...refusal, at: '2026-12-03T02:00:00.000Z' });
    expect(await store.refusals(box)).toEqual([refusal]);
  });
};

const logStoreCases = (makeStore: () => Promise<LogStore>) => {
  const head = (n: number, root: string) => ({
    vote: voteId,
    n,
    kind: 'sweep' as const,
    size: 1,
    root: root.repeat(64),
    at: '2026-12-02T02:00:00.000Z',
    previous: '0'.repeat(64),
    signature: 'f'.repeat(128),
  });
  const voteId = aVote().id;
  const leaf = (i: number) => i.toString(16).padStart(64, '0');
  let store: LogStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  test('签署一个接一个，同一个号只有一份，叶子跟着它走', async () => {
    const [first, other, second] = [head(1, 'a'), head(1, 'b'), head(2, 'c')];
    const added = await Promise.all([store.append(first, [leaf(1)]), store.append(other, [leaf(2)])]);
    expect(added.toSorted()).toEqual([false, true]);
    await store.append(second, [leaf(3)]);
    const { heads, chunks } = await store.read(voteId);
    const winner = added[0] ? first : other;
    expect(heads).toEqual([winner, second]);
    expect(chunks).toEqual([[leaf(added[0] ? 1 : 2)], [leaf(3)]]);
    expect(await store.newestHeads(voteId, 1)).toEqual([second]);
    expect(await store.read(aVote().id)).toEqual({ heads: [], chunks: [] });
  });

  test('一次很多叶子也放得下，一片都没有也行', async () => {
    const leaves = Array.from({ length: 9001 }, (_, i) => leaf(i));
    await store.append(head(1, 'a'), leaves);
    await store.append(head(2, 'b'), []);
    expect((await store.read(voteId)).chunks).toEqual([leaves, []]);
  });

  test('进度只留最近一次，看过开票文件的都留着', async () => {
    const measure = { heads: 1, area: 0 };
    const progress = {
      at: '2026-12-02T02:00:00.000Z',
      eligible: measure,
      participating: measure,
      tests: [],
      buildings: [],
    };
    expect(await store.progress(voteId)).toBeUndefined();
    await store.keepProgress(voteId, progress);
    await store.keepProgress(voteId, { ...progress, at: '2026-12-02T02:05:00.000Z' });
    await store.keepProgress(voteId, { ...progress, at: '2026-12-02T02:04:59.999Z' });
    expect((await store.progress(voteId))?.at).toBe('2026-12-02T02:05:00.000Z');
    const look = { at: '2026-12-12T02:00:00.000Z', personId: aPersonId(), side: 'street', who: '长宁街道' } as const;
    await store.noteLook(voteId, look);
    await store.noteLook(voteId, { ...look, at: '2026-12-12T03:00:00.000Z' });
    expect(await store.looks(voteId)).toHaveLength(2);
  });
};

const objectionStoreCases = (makeStore: () => Promise<ObjectionStore>) => {
  const voteId = aVote().id;
  const anObjection = () => ({
    id: anActionId(),
    voteId,
    at: '2026-12-12T02:00:00.000Z',
    personId: aPersonId(),
    who: '一位业主',
    words: '我家没有收到通知',
    safety: 'pending' as const,
  });
  let store: ObjectionStore;
  beforeEach(async () => {
    store = await makeStore();
  });

  test('提一次；第一个答复和第一个判断留下', async () => {
    const objection = anObjection();
    await store.add(objection);
    expect((await store.add({ ...objection, words: '别的' })).words).toBe(objection.words);
    const answer = { id: anActionId(), digest: 'd', words: '已核实', at: '2026-12-13T02:00:00.000Z', who: '居委会' };
    expect((await store.answer(voteId, objection.id, answer))?.answer).toEqual(answer);
    expect((await store.answer(voteId, objection.id, { ...answer, words: '另一句' }))?.answer).toEqual(answer);
    expect(await store.answer(voteId, anActionId(), answer)).toBeUndefined();
    await store.judge(objection, 'held');
    await store.judge(objection, 'pass');
    expect(await store.find(voteId, objection.id)).toEqual({ ...objection, answer, safety: 'held' });
  });

  test('拿不准的排队等人看，一页一页；看过的不在，先看的那次算数', async () => {
    const waiting = Array.from({ length: 22 }, anObjection);
    for (const objection of [...waiting, anObjection()]) await store.add(objection);
    for (const objection of waiting) await store.judge(objection, 'held');
    const [community, elsewhere] = [communityOf(voteId), 'ygl'];
    const first = await store.held(community);
    const second = await store.held(community, first.next);
    expect([...first.items, ...second.items]).toEqual(waiting.map((each) => ({ ...each, safety: 'held' })));
    expect(await store.held(elsewhere)).toEqual({ items: [], next: undefined });
    await expect(store.held(elsewhere, first.next)).rejects.toMatchObject({ code: 'request.invalid' });
    const [seen = anObjection()] = waiting;
    const judged = { id: anActionId(), digest: 'd', at: '2026-12-13T02:00:00.000Z', personId: aPersonId() };
    const hidden = await store.decide(seen, { ...judged, verdict: 'hidden', reason: '写了别人的隐私' });
    expect(hidden).toEqual({ ...seen, safety: 'hidden', judged: { ...judged, reason: '写了别人的隐私' } });
    expect(await store.decide(seen, { ...judged, id: anActionId(), verdict: 'pass' })).toEqual(hidden);
    expect((await store.held(community)).items.map(({ id }) => id)).not.toContain(seen.id);
    expect(await store.decide({ voteId, id: anActionId() }, { ...judged, verdict: 'pass' })).toBeUndefined();
  });

  test('只要还没答复的，前面的都答复了也找得到', async () => {
    const objections = Array.from({ length: 23 }, anObjection);
    for (const objection of objections) await store.add(objection);
    const answer = { id: anActionId(), digest: 'd', words: '已核实', at: '2026-12-13T02:00:00.000Z', who: '居委会' };
    for (const { id } of objections.slice(0, 21)) await store.answer(voteId, id, answer);
    const { items, next } = await store.list(voteId, { isUnanswered: true });
    expect([items, next]).toEqual([objections.slice(21), undefined]);
  });

  test('早的在前，一页一页', async () => {
    const objections = Array.from({ length: 22 }, anObjection);
    for (const objection of objections) await store.add(objection);
    const first = await store.list(voteId);
    const second = await store.list(voteId, { cursor: first.next });
    expect([...first.items, ...second.items]).toEqual(objections);
    expect(await store.all(voteId)).toEqual(objections);
    await expect(store.list(aVote().id, { cursor: first.next })).rejects.toMatchObject({ code: 'request.invalid' });
  });
};

/** All stores of votes. */
export const storeCases = (make: {
  votes: () => Promise<VoteStore>;
  box: () => Promise<BoxStore>;
  log: () => Promise<LogStore>;
  objections: () => Promise<ObjectionStore>;
}) => {
  describe('表决', () => voteStoreCases(make.votes));
  describe('票位和纸票', () => boxStoreCases(make.box));
  describe('记录', () => logStoreCases(make.log));
  describe('异议', () => objectionStoreCases(make.objections));
};
