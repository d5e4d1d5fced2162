import type { Round } from './result.ts';

type Ranking = { ranking: readonly string[]; heads: number };

const standIn = (round: Round, id: string): number => round.standing.find((one) => one.id === id)?.heads ?? 0;

/**
 * Who drops out: the fewest heads; among equals the fewest in the round before, and so on back; if they were always equal, the one
 * printed last on the ballot.
 */
const weakest = (round: Round, earlier: readonly Round[]): string | undefined => {
  const fewest = Math.min(...round.standing.map(({ heads }) => heads));
  let equal = round.standing.filter(({ heads }) => heads === fewest).map(({ id }) => id);
  for (const before of [...earlier].reverse()) {
    const least = Math.min(...equal.map((id) => standIn(before, id)));
    equal = equal.filter((id) => standIn(before, id) === least);
  }
  return equal[equal.length - 1];
};

const roundOf = (standing: readonly string[], rankings: readonly Ranking[]): Round => {
  const heads = new Map(standing.map((id) => [id, 0]));
  let exhausted = 0;
  for (const { ranking, heads: weight } of rankings) {
    const next = ranking.find((id) => heads.has(id));
    if (next === undefined) exhausted += weight;
    else heads.set(next, (heads.get(next) ?? 0) + weight);
  }
  return { standing: standing.map((id) => ({ id, heads: heads.get(id) ?? 0 })), exhausted };
};

/**
 * Instant run-off by heads: won by more than half of the ballots that still name someone standing. When all that stand are equal, they
 * are tied and people must decide. Options in the order of the ballot.
 */
export const runOff = (
  options: readonly string[],
  rankings: readonly Ranking[],
): { rounds: Round[]; winners: string[]; tied: string[] } => {
  const rounds: Round[] = [];
  let standing = [...options];
  for (;;) {
    const round = roundOf(standing, rankings);
    const active = round.standing.reduce((sum, { heads }) => sum + heads, 0);
    const most = Math.max(...round.standing.map(({ heads }) => heads));
    const leaders = round.standing.filter(({ heads }) => heads === most).map(({ id }) => id);
    const isDecided = active === 0 || 2 * most > active || leaders.length === standing.length;
    const eliminated = isDecided ? undefined : weakest(round, rounds);
    rounds.push(eliminated === undefined ? round : { ...round, eliminated });
    if (eliminated === undefined) {
      if (active === 0) return { rounds, winners: [], tied: [] };
      return leaders.length === 1 ? { rounds, winners: leaders, tied: [] } : { rounds, winners: [], tied: leaders };
    }
    standing = standing.filter((id) => id !== eliminated);
  }
};
