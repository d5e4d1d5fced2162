import { householdRoutes } from '@suishoupai/shared/households/contract';
import type { Choice } from '@suishoupai/shared/votes/choice';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { verified } from './verified.builder.ts';
import {
  against,
  aHall,
  anOpenVote,
  approve,
  cast,
  decidePaper,
  enterPaper,
  type Hall,
  owners,
  packOf,
  publish,
  settle,
  slotsOf,
  theVote,
} from './votes.builder.ts';

const names = ['wang', 'li', 'zhao', 'chen', 'zhou'] as const;
const codes = ['1-1-101', '1-1-201', '1-1-201', '2-1-101', '2-1-102'] as const;
const choices: readonly Choice[] = [approve, against, { abstain: true }];

const who = fc.nat({ max: names.length - 1 });
const choice = fc.nat({ max: choices.length - 1 });
const Act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('cast' as const), who, choice }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('twoPhones' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('enter' as const), who: fc.nat({ max: 4 }), choice }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), isGood: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sell' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('extend' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
);
type Act = typeof Act extends fc.Arbitrary<infer T> ? T : never;
/** What is done at once, and how many hours later. */
const Moment = fc.record({ hours: fc.nat({ max: 24 }), acts: fc.array(Act, { minLength: 1, maxLength: 4 }) });

type Sent = { id: ReturnType<typeof anActionId>; slot: string; choice: Choice; replaces: number };
type Seen = {
  acknowledged: Map<string, { slot: string; seq: number; choice: Choice; castAt: string }>;
  confirmed: Map<string, Choice>;
  sent: Map<string, { person: Person; body: Sent; receipt: object }>;
  waiting: { id: Sent['id']; slot: string; choice: Choice }[];
  refusedSheets: number;
};

const one = async (hall: Hall, vote: Vote['id'], people: readonly Person[], act: Act, seen: Seen): Promise<void> => {
  const person = 'who' in act ? (people[act.who] ?? hall.liu) : hall.liu;
  switch (act.do) {
    case 'cast': {
      const [mine] = (await theVote(hall, vote, person)).mine;
      if (mine === undefined) return;
      const body = {
        id: anActionId(),
        slot: mine.slot,
        choice: choices[act.choice] ?? approve,
        replaces: mine.ballot?.seq ?? 0,
      };
      const answer = await cast(hall, vote, person, { ...body, isAgreed: true });
      if (answer.status !== 200) return;
      const { seq, leaf, castAt } = answer.body;
      seen.acknowledged.set(leaf, { slot: body.slot, seq, choice: body.choice, castAt });
      seen.sent.set(person.personId, { person, body, receipt: answer.body });
      return;
    }
    case 'twoPhones':
      await Promise.all(
        [0, 1].map((each) => one(hall, vote, people, { do: 'cast', who: act.who, choice: each }, seen)),
      );
      return;
    case 'repeat': {
      const last = seen.sent.get(person.personId);
      if (last === undefined) return;
      const { body } = await cast(hall, vote, last.person, { ...last.body, isAgreed: true });
      expect(body).toEqual(last.receipt);
      return;
    }
    case 'enter': {
      const slots = [...(await slotsOf(hall, vote, '1')), ...(await slotsOf(hall, vote, '2'))];
      const { slot = '' } = slots[act.who % Math.max(1, slots.length)] ?? {};
      const given = choices[act.choice] ?? approve;
      const { status, body } = await enterPaper(hall, vote, { slot, choice: given });
      if (status === 200 && body.state === 'waiting') seen.waiting.push({ id: body.id, slot, choice: given });
      if (status === 200 && body.state === 'refused') seen.refusedSheets += 1;
      return;
    }
    case 'decide': {
      const sheet = seen.waiting.shift();
      if (sheet === undefined) return;
      const id = anActionId();
      const body = act.isGood
        ? ({ id, decision: 'confirm' } as const)
        : ({ id, decision: 'reject', reason: '看不清' } as const);
      const { status } = await decidePaper(hall, vote, sheet.id, body);
      if (status === 200 && act.isGood) seen.confirmed.set(sheet.slot, sheet.choice);
      if (status !== 200) seen.waiting.push(sheet);
      return;
    }
    case 'sell': {
      const code = codes[act.who] ?? '1-1-101';
      await hall.call(householdRoutes.transferUnit, {
        token: hall.liu.token,
        params: { communityId: 'xfl', code },
        body: { id: anActionId(), owners: [owners.sun], reason: '二手房过户' },
      });
      return;
    }
    case 'extend': {
      const { version, closesAt } = await theVote(hall, vote, hall.liu);
      await hall.call(voteRoutes.extendVote, {
        token: hall.liu.token,
        params: { voteId: vote },
        body: {
          id: anActionId(),
          version,
          closesAt: new Date(Date.parse(closesAt) + 3_600_000).toISOString(),
          notice: '延长一个小时',
        },
      });
      return;
    }
    case 'sweep':
      await hall.sweepVotes(hall.now());
      return;
    default:
      act satisfies never;
  }
};

/** What a store has answered is known only some turns later: in between others write. */
const slowly =
  <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    const answer = await call(...given);
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return answer;
  };
const slowDown = ({ ballots, votes }: Hall['stores']) => {
  ballots.findSlot = slowly(ballots.findSlot);
  ballots.findPaper = slowly(ballots.findPaper);
  ballots.ledger = slowly(ballots.ledger);
  ballots.slots = slowly(ballots.slots);
  votes.find = slowly(votes.find);
};

const later = (iso: string, ms: number) => new Date(Date.parse(iso) + ms).toISOString();

/** Whatever is done in whatever order: one ballot per elector, what was acknowledged is counted, nothing after close. */
export const walkCases = (makeService: () => Promise<Service>, runs: number) => {
  test('随意地投、改、重发、交纸票、卖房、延期、清扫，结果总和答应过的一致', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Moment, { minLength: 4, maxLength: 14 }), async (moments) => {
        const hall = await aHall(await makeService());
        const people = await Promise.all(names.map((name, i) => hall.owner(name, codes[i] ?? '')));
        const { id } = await anOpenVote(hall);
        slowDown(hall.stores);
        const seen: Seen = {
          acknowledged: new Map(),
          confirmed: new Map(),
          sent: new Map(),
          waiting: [],
          refusedSheets: 0,
        };
        for (const { hours, acts } of moments) {
          await hall.moveTo(later(hall.now().toISOString(), hours * 3_600_000));
          await Promise.all(acts.map((act) => one(hall, id, people, act, seen)));
        }
        const { closesAt } = await theVote(hall, id);
        const end = [later(closesAt, 20_000), hall.now().toISOString()].toSorted().at(-1) ?? closesAt;
        await hall.moveTo(end);
        await hall.sweepVotes(hall.now());
        for (const sheet of seen.waiting) {
          const decided = await decidePaper(hall, id, sheet.id);
          if (decided.status === 200) seen.confirmed.set(sheet.slot, sheet.choice);
        }
        const returned = seen.confirmed.size + seen.refusedSheets;
        if ((await theVote(hall, id)).state === 'closed')
          await settle(hall, id, { issued: returned, returned, invalid: 0 });
        const { body: published } = await publish(hall, id);
        expect(published.state).toBe('published');

        const last = new Map<string, { seq: number; choice: Choice }>();
        for (const { slot, seq, choice: cast, castAt } of seen.acknowledged.values()) {
          expect(castAt < closesAt).toBe(true);
          if ((last.get(slot)?.seq ?? 0) < seq) last.set(slot, { seq, choice: cast });
        }
        const expected = [
          ...[...last].map(([slot, { choice: cast }]) => ({ slot, choice: cast })),
          ...[...seen.confirmed].map(([slot, given]) => ({ slot, choice: given })),
        ];
        const pack = await packOf(hall, id);
        const { ballots } = JSON.parse(pack) as { ballots: { slot: string; choice: Choice }[] };
        const bySlot = (a: { slot: string }, b: { slot: string }) => (a.slot < b.slot ? -1 : 1);
        expect(ballots.map(({ slot, choice: given }) => ({ slot, choice: given }))).toEqual(expected.toSorted(bySlot));
        expect(published.result?.participating.heads).toBe(expected.length);
        expect(await verified(pack)).toContain('\n可信');
        expect(hall.logged).toEqual([]);
      }),
      { seed: 20261116, numRuns: runs },
    );
  }, 30_000);
};
