import { useMe } from '../../../api/client.ts';
import { open, routes } from '../../../routes.ts';
import { useDesks } from '../../../state/desks.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

/** The desk of each community that one acts for, as its staff or from its street; and the counters of one's own shops. */
export const CouncilRows = () => {
  const seats = useDesks().filter(({ desk }) => desk === 'community' || desk === 'street');
  const [...communities] = new Map(seats.map(({ communityId, label }) => [communityId, label]));
  const grants = useMe()?.grants ?? [];
  const shops = grants.filter((grant) => grant.role === 'supplier');
  if (communities.length + shops.length === 0) return null;
  return (
    <Card isTight title={communities.length === 0 ? '工作台' : '议事工作台'}>
      <Rows>
        {communities.map(([communityId, label]) => (
          <ListRow
            key={communityId}
            icon="list-checks"
            title={label}
            note="议题、会议、表决；志愿、兑换、时间银行"
            onPress={() => open(routes.council(communityId))}
          />
        ))}
        {shops.map(({ communityId, label }) => (
          <ListRow
            key={`counter ${label}`}
            icon="store"
            title="兑换柜台"
            note={`扫码交付、看订单 · ${label}`}
            onPress={() => open(routes.counter(communityId))}
          />
        ))}
      </Rows>
    </Card>
  );
};
