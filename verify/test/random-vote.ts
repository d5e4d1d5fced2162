import type { Channel, Secrecy } from '@suishoupai/shared/votes/ballot';
import type { Choice } from '@suishoupai/shared/votes/choice';
import type { VoteDescription } from '@suishoupai/shared/votes/head';
import type { Method, Question } from '@suishoupai/shared/votes/question';
import { applyTransfers, type Electorate, headsOf, type Slot, type SlotKind } from '@suishoupai/shared/votes/roll';
import type { RuleSet } from '@suishoupai/shared/votes/rule-set';
import { ruleSets } from '@suishoupai/shared/votes/rule-sets';
import { type Key, keyOf } from './key.ts';
import { type Dice, diceOf, hexOf, oneOf } from './random.ts';
import { type Closed, cast, openVote, publish, type Running, sweep } from './service.ts';

const opensAt = '2026-06-17T01:00:00.000Z';
const closesAt = '2026-06-24T10:00:00.000Z';
const announcedAt = '2026-06-01T01:00:00.000Z';

const usualKey = keyOf(7);

/** The nth moment of a vote: minutes after it opened. */
const moment = (minutes: number): string => new Date(Date.parse(opensAt) + minutes * 60_000).toISOString();

const questionOf = (dice: Dice, method: Method): Question => {
  const count = 2 + dice(4);
  const options = Array.from({ length: count }, (_, at) => ({ id: 'abcdef'.charAt(at), text: `方案 ${at + 1}` }));
  const text = '您选哪个';
  const max = 1 + dice(count);
  const min = 1 + dice(max);
  const seats = dice(2) === 0 ? {} : { seats: 1 + dice(count) };
  switch (method) {
    case 'single': {
      const motion = [
        { id: 'approve', text: '同意' },
        { id: 'against', text: '不同意' },
      ];
      return { method, text, options: dice(3) > 0 ? motion : options };
    }
    case 'multiple':
      return { method, text, options, min, max, ...seats };
    case 'ranked':
      return { method, text, options, min, max };
    case 'scored':
      return { method, text, options, maxScore: 1 + dice(10), ...seats };
    case 'budget': {
      const costed = options.map((option) => ({ ...option, costFen: 1 + dice(90_000_00) }));
      return { method, text, options: costed, allotment: 1 + dice(20), budgetFen: 1 + dice(200_000_00) };
    }
    default:
      return method satisfies never;
  }
};

const shuffled = <T>(dice: Dice, list: readonly T[]): T[] =>
  list
    .map((item) => [dice(1_000_000), item] as const)
    .sort(([left], [right]) => left - right)
    .map(([, item]) => item);

const choiceOf = (dice: Dice, question: Question): Choice => {
  if (dice(7) === 0) return { abstain: true };
  const ids = shuffled(
    dice,
    question.options.map(({ id }) => id),
  );
  switch (question.method) {
    case 'single':
      return { option: dice(2) === 0 ? (question.options[0]?.id ?? '') : (ids[0] ?? '') };
    case 'multiple':
      return { options: ids.slice(0, question.min + dice(question.max - question.min + 1)) };
    case 'ranked':
      return { ranking: ids.slice(0, question.min + dice(question.max - question.min + 1)) };
    case 'scored':
      return {
        scores: Object.fromEntries(ids.slice(0, 1 + dice(ids.length)).map((id) => [id, dice(question.maxScore + 1)])),
      };
    case 'budget': {
      let left = question.allotment;
      const amounts = ids.slice(0, 1 + dice(ids.length)).map((id, at) => {
        const amount = at === 0 ? 1 + dice(left) : dice(left + 1);
        left -= amount;
        return [id, amount] as const;
      });
      return { amounts: Object.fromEntries(amounts) };
    }
    default:
      return question satisfies never;
  }
};

const kindOf: Record<Electorate, SlotKind> = {
  owners: 'owners',
  households: 'household',
  residents: 'person',
  representatives: 'person',
};

const rollOf = (dice: Dice, electorate: Electorate, count: number): Slot[] =>
  Array.from({ length: count }, (_, at) => {
    const kind = kindOf[electorate];
    const isDeveloper = kind === 'owners' && at === count - 1 && dice(3) === 0;
    const units = kind === 'person' ? 0 : kind === 'household' ? 1 : 1 + (dice(4) === 0 ? dice(4) : 0);
    return {
      slot: `slt_${hexOf(dice, 6)}`,
      kind: isDeveloper ? 'developer' : kind,
      units: Array.from({ length: units }, (__, unit) => ({
        unit: `${at + 1}-1-${unit + 101}`,
        building: `${at % 3}`,
        area: dice(5) === 0 ? 100_00 : 40_00 + dice(120_00),
      })),
    };
  });

const voters = ({ roll, transfers }: Running): Slot[] =>
  applyTransfers(roll, transfers).filter((slot) => headsOf(slot) > 0);

const castBy = (running: Running, dice: Dice, slot: string, channel: Channel, minutes: number) => {
  const choice = choiceOf(dice, running.vote.question);
  cast(running, { slot, ballot: hexOf(dice, 16), choice, channel, nonce: hexOf(dice, 16), castAt: moment(minutes) });
};

const sell = (running: Running, dice: Dice, minutes: number) => {
  const sellers = voters(running).filter(({ slot, units }) => units.length > 0 && !running.ballots.has(slot));
  if (running.vote.electorate !== 'owners' || sellers.length === 0) return;
  const seller = oneOf(dice, sellers);
  const { unit } = oneOf(dice, seller.units);
  const others = running.roll.map(({ slot }) => slot).filter((slot) => slot !== seller.slot);
  const to = others.length > 0 && dice(2) === 0 ? oneOf(dice, others) : `slt_${hexOf(dice, 6)}`;
  running.transfers.push({ seq: running.transfers.length + 1, at: moment(minutes), unit, from: seller.slot, to });
};

const happen = async (running: Running, dice: Dice, minutes: number) => {
  const slot = oneOf(dice, voters(running)).slot;
  const before = running.ballots.get(slot);
  const event = dice(12);
  if (event === 0) sell(running, dice, minutes);
  else if (event === 1) await sweep(running, moment(minutes), 'sweep');
  else if (before === undefined) castBy(running, dice, slot, event < 4 ? 'paper' : 'online', minutes);
  else if (event < 4 || before.channel === 'paper') {
    const channel = event < 4 ? 'paper' : 'online';
    const why = before.channel === 'paper' ? 'firstOnPaper' : 'firstOnline';
    running.refused.push({ slot, channel, at: moment(minutes), why });
  } else if (running.vote.ruleSet.changeable === 'untilClose') castBy(running, dice, slot, 'online', minutes);
};

const settle = (running: Running, dice: Dice) => {
  const valid = [...running.ballots.values()].filter(({ channel }) => channel === 'paper').length;
  const refused = running.refused.filter(({ channel }) => channel === 'paper').length;
  const invalid = dice(3);
  const returned = valid + refused + invalid;
  running.paper = { issued: returned + dice(5), returned, invalid, refused, valid };
};

export type Wanted = { ruleSet?: RuleSet; method?: Method; secrecy?: Secrecy; electors?: number; key?: Key };

/** A whole vote by chance: its rules, question, roll, ballots on phones and paper, second thoughts, sales, sweeps and extensions. */
export const randomVote = async (seed: number, wanted: Wanted = {}): Promise<Closed & { running: Running }> => {
  const dice = diceOf(seed);
  const fitting = ruleSets.filter(({ methods }) => wanted.method === undefined || methods.includes(wanted.method));
  const ruleSet = wanted.ruleSet ?? oneOf(dice, fitting);
  const electorate = oneOf(dice, ruleSet.electorates);
  const vote: VoteDescription = {
    id: `vot_huaxin_${String(seed).padStart(26, '0')}`,
    communityId: 'huaxin',
    title: '更换物业',
    question: questionOf(dice, wanted.method ?? oneOf(dice, ruleSet.methods)),
    ruleSet,
    electorate,
    secrecy: wanted.secrecy ?? oneOf(dice, ['open', 'untilClose', 'secret']),
    announcedAt,
    opensAt,
    closesAt,
  };
  const count = wanted.electors ?? 1 + dice(dice(10) === 0 ? 40 : 12);
  const running = await openVote(vote, rollOf(dice, electorate, count), wanted.key ?? usualKey);
  const events = dice(count * 3 + 1);
  for (let minutes = 1; minutes <= events; minutes += 1) await happen(running, dice, minutes);
  if (dice(4) === 0) {
    const later = '2026-06-30T10:00:00.000Z';
    running.extensions.push({ seq: 1, publishedAt: moment(events + 1), closesAt: later, notice: '参与不足，延长一周' });
  }
  settle(running, dice);
  await sweep(running, running.extensions[0]?.closesAt ?? closesAt, 'close');
  return { ...(await publish(running)), running };
};
