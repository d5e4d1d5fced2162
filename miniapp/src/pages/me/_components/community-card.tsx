import { callPhone } from '../../../platform/call-phone.ts';
import { open, routes } from '../../../routes.ts';
import type { KnownCommunity } from '../../../state/community.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

/** Whom to call, and who answers for what. */
export const CommunityCard = ({ community: { id, hotline } }: { community: KnownCommunity }) => (
  <Card isTight>
    <Rows>
      <ListRow
        icon="phone"
        title="打电话给社区"
        note={`${hotline.contact} · ${hotline.hours}`}
        role="button"
        onPress={() => callPhone(hotline.phone)}
      />
      <ListRow
        icon="building-2"
        title="谁负责什么"
        note="哪类事归谁管、多久办好"
        onPress={() => open(routes.duty(id))}
      />
    </Rows>
  </Card>
);
