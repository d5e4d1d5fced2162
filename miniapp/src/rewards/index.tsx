import { useRouter } from '@tarojs/taro';
import { callPhone } from '../platform/call-phone.ts';
import { open, routes } from '../routes.ts';
import { useCommunity } from '../state/community.ts';
import { useElder } from '../state/elder.ts';
import { useNow } from '../state/now.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { ListTail } from '../ui/list-tail.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Rows } from '../ui/rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { Slot } from '../ui/slot.tsx';
import { useCatalogue } from './_hooks/use-catalogue.ts';
import { Prose, Stack } from './_parts/parts.tsx';
import { RewardRow } from './_parts/reward-row.tsx';

/** Whoever would rather ask has a person to ask: staff make the order for them. */
const ByVoice = () => {
  const hotline = useCommunity()?.hotline;
  if (hotline === undefined) return null;
  return (
    <Card>
      <Stack>
        <Prose text="不想自己点，也可以打电话请社区的人替您换，领的时候报姓名和门牌。" />
        <Button look="soft" icon="phone" text={`打给${hotline.contact}`} onPress={() => callPhone(hotline.phone)} />
      </Stack>
    </Card>
  );
};

const CataloguePage = () => {
  const { communityId } = useRouter().params;
  const { view, tail, more, reload } = useCatalogue(communityId);
  const now = useNow();
  const isElder = useElder();
  return (
    <Screen>
      <Slot>{isElder && <ByVoice />}</Slot>
      <Card isTight>
        <ListRow
          icon="clipboard-list"
          title="我的订单"
          note="领取码在这里"
          onPress={() => open(routes.orders(communityId))}
        />
      </Card>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="store" title="现在没有可换的" text="上架以后在这里看得到。" />}
      >
        {(rewards) => (
          <>
            <Card isTight>
              <Rows>
                {rewards.map((reward) => (
                  <RewardRow key={reward.id} reward={reward} now={now} onPress={() => open(routes.reward(reward.id))} />
                ))}
              </Rows>
            </Card>
            <ListTail tail={tail} onMore={() => void more()} />
          </>
        )}
      </Loaded>
      <Slot>{!isElder && <ByVoice />}</Slot>
    </Screen>
  );
};

export default CataloguePage;
