import { useOnline } from '../load/use-online.ts';
import { open, routes } from '../routes.ts';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Rows } from '../ui/rows.tsx';
import { Slot } from '../ui/slot.tsx';
import type { OutboxItem } from './outbox.ts';
import { useOutbox } from './use-outbox.ts';
import { cardTitle, itemIcon, itemLook } from './words.ts';

const most = 3;

const Row = ({ item, isOnline }: { item: OutboxItem; isOnline: boolean }) => {
  const { text, icon, tone } = itemLook(item, isOnline);
  return (
    <ListRow
      icon={itemIcon(item)}
      title={item.title}
      end={<Chip text={text} icon={icon} tone={tone} />}
      onPress={() => open(routes.outbox())}
    />
  );
};

/** What this person did that the service has not answered yet, all of it or what is about one ticket; nothing when there is none. */
export const OutboxCard = ({ lane }: { lane?: string }) => {
  const items = useOutbox(lane);
  const isOnline = useOnline();
  return (
    <Slot>
      {items.length > 0 && (
        <Card isTight title={cardTitle(items)} aside="查看" onAside={() => open(routes.outbox())}>
          <Rows>
            {items.slice(0, most).map((item) => (
              <Row key={item.key} item={item} isOnline={isOnline} />
            ))}
          </Rows>
        </Card>
      )}
    </Slot>
  );
};
