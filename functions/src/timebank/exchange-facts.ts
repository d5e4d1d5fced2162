import type { clockOf, ExchangeRelation } from '@suishoupai/shared/timebank/transitions';
import type { ExchangeRecord } from './record.ts';

type Role = 'giver' | 'receiver';
export type Turn = 'owner' | 'answerer' | 'staff';

export const otherRole = (role: Role): Role => (role === 'giver' ? 'receiver' : 'giver');

/** On which side the owner of the listing, or whoever answered it, stands. */
export const roleOf = ({ answererIs }: Pick<ExchangeRecord, 'answererIs'>, relation: 'owner' | 'answerer'): Role =>
  relation === 'answerer' ? answererIs : otherRole(answererIs);

const turnOf = (exchange: ExchangeRecord): Turn[] => {
  const { state, confirmed, plannedAt: _, ownerId } = exchange;
  const owner: Turn = ownerId === undefined ? 'staff' : 'owner';
  switch (state) {
    case 'answered':
      return [owner];
    case 'agreed': {
      const sides = [
        ['answerer', confirmed[roleOf(exchange, 'answerer')]],
        [owner, confirmed[roleOf(exchange, 'owner')]],
      ] as const;
      return sides.flatMap(([side, minutes]) => (minutes === undefined ? [side] : []));
    }
    case 'disputed':
      return ['staff', 'answerer', owner];
    default:
      return [];
  }
};

/** What the rules look at. */
export const factsOf = (exchange: ExchangeRecord): Parameters<typeof clockOf>[0] & { turn: Turn[] } => {
  const { state, confirmed, answeredAt, plannedAt, lines } = exchange;
  return {
    ...{ state, confirmed, answeredAt, plannedAt, hasRated: false },
    confirmedAt: lines.find(({ what }) => what === 'confirm')?.at,
    remindedAt: lines.findLast(({ what }) => what === 'remind')?.at,
    turn: turnOf(exchange),
  };
};

/** The same for one side, who rates once. */
export const factsFor = (exchange: ExchangeRecord, relation: ExchangeRelation) => ({
  ...factsOf(exchange),
  hasRated:
    (relation === 'owner' || relation === 'answerer') && exchange.stars[roleOf(exchange, relation)] !== undefined,
});
