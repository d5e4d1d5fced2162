import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { channelLabel } from '@suishoupai/shared/tickets/labels';
import { callPhone } from '../../../platform/call-phone.ts';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { ListRow } from '../../../ui/list-row.tsx';

const consentWord = { spoken: '口头同意代录', written: '书面同意代录' } as const;

/** For whom it was written down, and how they are told: they have no account here. */
export const ResidentCard = ({ ticket: { onBehalf, channel } }: { ticket: TicketView }) => {
  if (onBehalf === undefined) return null;
  const { name, phone, consent } = onBehalf;
  const note = [channelLabel[channel], consentWord[consent], phone ?? '没有留电话'].join(' · ');
  return (
    <Card isTight>
      <ListRow
        icon="user-round"
        title={name ?? '居民（没有留姓名）'}
        note={note}
        role="button"
        end={phone === undefined ? null : <Icon name="phone" />}
        onPress={() => phone !== undefined && callPhone(phone)}
      />
    </Card>
  );
};
