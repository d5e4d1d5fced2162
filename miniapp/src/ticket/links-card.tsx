import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { open, routes } from '../routes.ts';
import { Card } from '../ui/card.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Rows } from '../ui/rows.tsx';

/** The other tickets this one hangs together with: what it was merged into, and what was closed here before. */
export const LinksCard = ({ ticket }: { ticket: TicketView }) => {
  const { mergedInto, repeatOf, repeats } = ticket;
  if (mergedInto === undefined && repeatOf === undefined) return null;
  return (
    <Card isTight>
      <Rows>
        {mergedInto && (
          <ListRow
            icon="arrow-right-left"
            title="看并入的那件事"
            note={`编号 ${mergedInto.number}，有进展同样告诉您`}
            onPress={() => open(routes.ticket(mergedInto.id))}
          />
        )}
        {repeatOf && (
          <ListRow
            icon="rotate-cw"
            title={`同样的事办结后又出现 ${Math.max(1, repeats)} 次`}
            note={`上一次编号 ${repeatOf.number}，看怎么办的`}
            onPress={() => open(routes.ticket(repeatOf.id))}
          />
        )}
      </Rows>
    </Card>
  );
};
