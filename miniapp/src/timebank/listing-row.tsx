import type { ListingCard } from '@suishoupai/shared/timebank/contract';
import { kindNames, minutesWords, skillNames, timesWords } from '@suishoupai/shared/timebank/labels';
import { open, routes } from '../routes.ts';
import { ListRow } from '../ui/list-row.tsx';

const states = { open: undefined, paused: '已暂停', ended: '已结束' } as const;

type Props = { card: ListingCard; note?: string; hasKind?: boolean };

export const ListingRow = ({ card, note, hasKind = false }: Props) => {
  const { id, kind, skill, place, minutes, times, state, fundedBy } = card;
  const title = `${hasKind ? `${kindNames[kind]}：` : ''}${skillNames[skill]} · ${minutesWords(minutes)}`;
  const about = [states[state], fundedBy === 'pool' ? '互助池出时长' : undefined, place, timesWords(times)];
  return (
    <ListRow
      icon={kind === 'offer' ? 'thumbs-up' : 'users'}
      title={title}
      note={note ?? about.filter(Boolean).join(' · ')}
      onPress={() => open(routes.listing(id))}
    />
  );
};
