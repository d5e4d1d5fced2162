import type { Line } from '@suishoupai/shared/points/contract';
import { lineTitle, movedWords } from '@suishoupai/shared/points/words';
import { shortTime } from '@suishoupai/shared/time/china';
import { open } from '../../routes.ts';
import { ListRow } from '../../ui/list-row.tsx';
import { causePage } from './cause-page.ts';

/** A line of a book: what for, when, how much; it opens what it is for, or all that is known of it. */
export const LineRow = ({ line, now, otherwise }: { line: Line; now: string; otherwise: () => void }) => {
  const page = causePage(line);
  return (
    <ListRow
      title={lineTitle(line)}
      note={[shortTime(line.at, now), line.reason, line.by].filter(Boolean).join(' · ')}
      end={movedWords(line)}
      onPress={page === undefined ? otherwise : () => open(page)}
    />
  );
};
