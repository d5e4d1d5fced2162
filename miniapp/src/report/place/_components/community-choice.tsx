import type { CommunityId } from '@suishoupai/shared/ids';
import { useState } from 'react';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Places } from '../_hooks/use-place-page.ts';

type Props = { places: Places; onChoose: (id: CommunityId) => void };

/** Where several communities use the service: which one, the last used first. */
export const CommunityChoice = ({ places: { listings, current }, onChoose }: Props) => {
  const [isOpen, setOpen] = useState(false);
  if (listings.length < 2) return null;
  return (
    <Card>
      <ListRow
        icon="building-2"
        title={current.name}
        note={`${current.street} · 换一个社区`}
        onPress={() => setOpen(true)}
      />
      <Sheet isOpen={isOpen} title="在哪个社区" onClose={() => setOpen(false)}>
        <Rows>
          {listings.map(({ id, name, street }) => (
            <ListRow
              key={id}
              role="radio"
              isChecked={id === current.id}
              title={name}
              note={street}
              end={id === current.id ? <Icon name="check" /> : null}
              onPress={() => {
                setOpen(false);
                if (id !== current.id) onChoose(id);
              }}
            />
          ))}
        </Rows>
      </Sheet>
    </Card>
  );
};
