import type { Secrecy } from '@suishoupai/shared/votes/ballot';
import { ballotFormOf } from '@suishoupai/shared/votes/ballot';
import type { Choice } from '@suishoupai/shared/votes/choice';
import type { Openings } from '@suishoupai/shared/votes/pack';
import type { Question } from '@suishoupai/shared/votes/question';
import type { Electorate, Slot } from '@suishoupai/shared/votes/roll';
import { ruleSetById } from '@suishoupai/shared/votes/rule-sets';
import { keyOf } from './key.ts';
import { cast, openVote, publish, type Running, sweep } from './service.ts';

export const hour = (day: number, hours: number): string => new Date(Date.UTC(2026, 5, day, hours)).toISOString();

type Script = {
  ruleSetId: string;
  electorate: Electorate;
  secrecy: Secrecy;
  question: Question;
  roll: readonly Slot[];
  choices: readonly [first: Choice, second: Choice, third: Choice];
};

const ballotOf = (slot: string, choice: Choice, castAt: string, turn: number) => ({
  slot,
  choice,
  castAt,
  ballot: String(turn).repeat(32).slice(0, 32),
  nonce: String(turn + 4)
    .repeat(32)
    .slice(0, 32),
  channel: 'online' as const,
});

/** A vote in which a bit of everything happens, up to the moment before its closing head. */
export const eventfulVote = async (script: Script): Promise<Running> => {
  const { ruleSetId, electorate, secrecy, question, roll, choices } = script;
  const ruleSet = ruleSetById(ruleSetId, '2026-06-17');
  if (ruleSet === undefined) throw new Error(`no rule set ${ruleSetId}`);
  const running = await openVote(
    {
      id: 'vot_huaxin_0123456789abcdefghjkmnpqrs',
      communityId: 'huaxin',
      title: '更换物业',
      question,
      ruleSet,
      electorate,
      secrecy,
      announcedAt: hour(2, 1),
      opensAt: hour(17, 1),
      closesAt: hour(24, 10),
    },
    roll,
    keyOf(7),
  );
  cast(running, ballotOf('s1', choices[1], hour(17, 2), 1));
  await sweep(running, hour(17, 3), 'sweep');
  if (electorate === 'owners') running.transfers.push({ seq: 1, at: hour(18, 1), unit: '2-2', from: 's2', to: 's3' });
  cast(running, { ...ballotOf('s2', choices[1], hour(18, 2), 2), channel: 'paper' });
  running.refused.push({ slot: 's2', channel: 'online', at: hour(18, 3), why: 'firstOnPaper' });
  cast(running, ballotOf('s1', choices[0], hour(19, 2), 3));
  await sweep(running, hour(19, 3), 'sweep');
  running.extensions.push({ seq: 1, publishedAt: hour(23, 1), closesAt: hour(26, 10), notice: '参与不足，延长两天' });
  cast(running, ballotOf('s3', choices[2], hour(25, 2), 4));
  running.refused.push({ slot: 's3', channel: 'paper', at: hour(25, 3), why: 'firstOnline' });
  running.paper = { issued: 4, returned: 3, invalid: 1, refused: 1, valid: 1 };
  return running;
};

const owners: Slot[] = ['1', '2', '3', '4'].map((name) => ({
  slot: `s${name}`,
  kind: name === '4' ? 'developer' : 'owners',
  units: (name === '2' ? ['2-1', '2-2'] : [`${name}-1`]).map((unit) => ({ unit, building: '1', area: 100_00 })),
}));
const people: Slot[] = ['1', '2', '3', '4'].map((name) => ({ slot: `s${name}`, kind: 'person', units: [] }));

const motion: Question = {
  method: 'single',
  text: '是否同意',
  options: [
    { id: 'approve', text: '同意' },
    { id: 'against', text: '不同意' },
  ],
};
const options = [
  { id: 'a', text: '甲' },
  { id: 'b', text: '乙' },
  { id: 'c', text: '丙' },
];
const yes = { option: 'approve' };
const no = { option: 'against' };

export const scripts = {
  open: {
    ruleSetId: 'owners-ordinary',
    electorate: 'owners',
    secrecy: 'open',
    question: motion,
    roll: owners,
    choices: [yes, { abstain: true }, yes],
  },
  unlinked: {
    ruleSetId: 'consultation',
    electorate: 'residents',
    secrecy: 'secret',
    question: { method: 'ranked', text: '先修哪里', options, min: 1, max: 3 },
    roll: people,
    choices: [{ ranking: ['a', 'b'] }, { ranking: ['b', 'c'] }, { ranking: ['c', 'b', 'a'] }],
  },
  committed: {
    ruleSetId: 'owners-major',
    electorate: 'owners',
    secrecy: 'secret',
    question: motion,
    roll: owners,
    choices: [yes, no, yes],
  },
} as const satisfies Record<string, Script>;

export type Published = { pack: string; openings?: Openings };

/** The packs of the three kinds of ballots, each with something in every list. */
export const eventfulVotes = async (): Promise<Record<keyof typeof scripts, Published>> => {
  const published = async (script: Script): Promise<Published> => {
    const running = await eventfulVote(script);
    await sweep(running, hour(26, 10), 'close');
    const { pack, openings } = await publish(running);
    const isCommitted = ballotFormOf(running.vote.secrecy, running.vote.ruleSet) === 'committed';
    return isCommitted ? { pack, openings } : { pack };
  };
  return {
    open: await published(scripts.open),
    unlinked: await published(scripts.unlinked),
    committed: await published(scripts.committed),
  };
};
