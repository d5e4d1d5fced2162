import { ballotFormOf } from '@suishoupai/shared/votes/ballot';
import { VotePack } from '@suishoupai/shared/votes/pack';
import { ruleSets } from '@suishoupai/shared/votes/rule-sets';
import { describe, expect, test } from 'vitest';
import { wrongIn } from './test/findings.ts';
import { randomVote } from './test/random-vote.ts';

const batches = Array.from({ length: 10 }, (_, batch) => batch);
const votesOfBatch = 100;

describe('一千次随机的表决', { timeout: 60_000 }, () => {
  const seen = new Set<string>();

  const check = async (seed: number): Promise<string[]> => {
    const { pack, openings, receipts, running } = await randomVote(seed);
    const { ruleSet, question, secrecy } = running.vote;
    const form = ballotFormOf(secrecy, ruleSet);
    const [receipt] = receipts;
    const { result } = VotePack.parse(JSON.parse(pack));
    const signs = [
      [`${ruleSet.id}@${ruleSet.version}`, question.method, form, secrecy, result.outcome],
      running.transfers.length > 0 ? ['sale'] : [],
      running.refused.length > 0 ? ['refused'] : [],
      running.extensions.length > 0 ? ['extended'] : [],
      running.heads.length > 3 ? ['many heads'] : [],
      [...running.ballots.values()].some(({ replaces }) => replaces.length > 1) ? ['cast thrice'] : [],
      running.paper.valid > 0 ? ['paper'] : [],
      running.ballots.size === 0 ? ['nobody'] : [],
    ];
    for (const sign of signs.flat()) seen.add(sign);
    const given = receipt === undefined ? {} : { receipt };
    const opened = form === 'committed' ? wrongIn(pack, { ...given, openings }) : [];
    return [...wrongIn(pack, given), ...opened].map((words) => `${seed}: ${words}`);
  };

  test.each(batches)('第 %i 批：核对工具认可，重数的结果与服务的相同', async (batch) => {
    for (let at = 0; at < votesOfBatch; at += 1) expect(await check(batch * votesOfBatch + at)).toEqual([]);
  });

  test('见过每一套规则、每种方式、每种票和每种结果', () => {
    const expected = [
      ...ruleSets.map(({ id, version }) => `${id}@${version}`),
      ...['single', 'multiple', 'ranked', 'scored', 'budget', 'named', 'unlinked', 'committed', 'open', 'untilClose'],
      ...['passed', 'rejected', 'notQuorate', 'chosen', 'tied', 'none'],
      ...['sale', 'refused', 'extended', 'many heads', 'cast thrice', 'paper', 'nobody'],
    ];
    expect(expected.filter((sign) => !seen.has(sign))).toEqual([]);
  });
});
