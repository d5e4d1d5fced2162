import { exactTime } from '@suishoupai/shared/time/china';
import type { ExchangeCard } from '@suishoupai/shared/timebank/contract';
import { exchangeStateNames, minutesWords, skillNames } from '@suishoupai/shared/timebank/labels';
import { open, routes } from '../routes.ts';
import { Chip } from '../ui/chip.tsx';
import { ListRow } from '../ui/list-row.tsx';

/** Mine says which side I am on. */
export const ExchangeRow = ({ card }: { card: ExchangeCard }) => {
  const { id, skill, minutes, plannedAt, state, role, isMyTurn } = card;
  const side = role === undefined ? '' : role === 'giver' ? '我去帮：' : '帮我：';
  return (
    <ListRow
      icon="arrow-right-left"
      title={`${side}${skillNames[skill]} · ${minutesWords(minutes)}`}
      note={`${exactTime(plannedAt)} · ${exchangeStateNames[state]}`}
      end={isMyTurn ? <Chip text="等您" tone="soon" icon="hourglass" /> : undefined}
      label={`${side}${skillNames[skill]}，${minutesWords(minutes)}，${exactTime(plannedAt)}，${exchangeStateNames[state]}${isMyTurn ? '，等您' : ''}`}
      onPress={() => open(routes.exchange(id))}
    />
  );
};
