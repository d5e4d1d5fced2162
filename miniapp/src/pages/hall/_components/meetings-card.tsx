import type { MeetingCard } from '@suishoupai/shared/meetings/card';
import { meetingKindLabels } from '@suishoupai/shared/meetings/labels';
import { shortTime } from '@suishoupai/shared/time/china';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

/** Meetings to come, the next first. */
export const MeetingsCard = ({ meetings, now }: { meetings: readonly MeetingCard[]; now: string }) => (
  <Card isTight title="要开的会">
    <Rows>
      {meetings.map(({ id, kind, title, place, startsAt, state }) => {
        const note = `${shortTime(startsAt, now)} · ${place}`;
        return (
          <ListRow
            key={id}
            icon="calendar"
            title={title}
            note={`${meetingKindLabels[kind]} · ${note}`}
            {...(state === 'inSession'
              ? {
                  end: <Chip text="正在开" tone="soon" icon="users" />,
                  label: `${title}，${meetingKindLabels[kind]}，${note}，正在开`,
                }
              : {})}
            onPress={() => open(routes.meeting(id))}
          />
        );
      })}
    </Rows>
  </Card>
);
