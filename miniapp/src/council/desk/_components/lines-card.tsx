import { open } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import type { Line } from '../waiting.ts';

type Props = { title: string; icon: IconName; lines: readonly Line[]; pageOf: (id: string) => string };

/** What is alike, under one head; nothing where there is none. */
export const LinesCard = ({ title, icon, lines, pageOf }: Props) => {
  if (lines.length === 0) return null;
  return (
    <Card isTight title={title} aside={String(lines.length)}>
      <Rows>
        {lines.map(({ id, title: name, note, isLate = false }) => (
          <ListRow
            key={id}
            icon={icon}
            title={name}
            note={note}
            label={`${name}，${note}${isLate ? '，过期' : ''}`}
            {...(isLate ? { end: <Chip text="过期" tone="late" /> } : {})}
            onPress={() => open(pageOf(id))}
          />
        ))}
      </Rows>
    </Card>
  );
};
