import { useMe } from '../../../api/client.ts';
import { open, routes } from '../../../routes.ts';
import { useDesks } from '../../../state/desks.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';

/** 议事 of each community that one acts for, as its staff or from its street; and the counters that one stands at. */
export const CouncilRows = () => {
  const seats = useDesks().filter(({ desk }) => desk === 'community' || desk === 'street');
  const [...communities] = new Map(seats.map(({ communityId, label }) => [communityId, label]));
  const shops = (useMe()?.grants ?? []).filter((grant) => grant.role === 'supplier');
  const [...counters] = new Map([...shops, ...seats].map(({ communityId, label }) => [communityId, label]));
  if (counters.length === 0) return null;
  return (
    <Card isTight title={communities.length === 0 ? '工作台' : '议事工作台'}>
      <Rows>
        {communities.map(([communityId, label]) => (
          <ListRow
            key={communityId}
            icon="list-checks"
            title={label}
            note="认证、议题、会议、表决"
            onPress={() => open(routes.council(communityId))}
          />
        ))}
        {communities.map(([communityId]) => (
          <ListRow
            key={`volunteers ${communityId}`}
            icon="thumbs-up"
            title="志愿活动"
            note="发布、签到码、核实时长"
            onPress={() => open(routes.organise(communityId))}
          />
        ))}
        {counters.map(([communityId, label]) => (
          <ListRow
            key={`counter ${communityId}`}
            icon="store"
            title="兑换柜台"
            note={`扫码交付、看订单 · ${label}`}
            onPress={() => open(routes.counter(communityId))}
          />
        ))}
        {communities.map(([communityId]) => (
          <ListRow
            key={`hours ${communityId}`}
            icon="clock"
            title="时间银行"
            note="代办、调解、互助池"
            onPress={() => open(routes.timebankDesk(communityId))}
          />
        ))}
      </Rows>
    </Card>
  );
};
