import { callPhone } from '../../../platform/call-phone.ts';
import type { KnownCommunity } from '../../../state/community.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';

type Props = { hotline: KnownCommunity['hotline'] };

export const Hotline = ({ hotline: { phone, contact, hours } }: Props) => (
  <Card isTight>
    <ListRow
      icon="phone"
      title="打电话给社区"
      note={`${contact} · ${hours}`}
      role="button"
      onPress={() => callPhone(phone)}
    />
  </Card>
);
