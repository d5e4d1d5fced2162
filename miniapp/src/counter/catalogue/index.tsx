import type { RewardCard } from '@suishoupai/shared/rewards/contract';
import { rewardStateLabels } from '@suishoupai/shared/rewards/labels';
import { useRouter } from '@tarojs/taro';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { RewardRow } from '../../rewards/_parts/reward-row.tsx';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { counterPages } from '../_parts/counter-pages.ts';
import { useShelf } from './_hooks/use-shelf.ts';

/** What only staff see: a draft, or one that was taken off. */
const chipOf = ({ state }: RewardCard) => {
  if (state === 'onShelf') return undefined;
  const word = rewardStateLabels[state];
  return { word, node: <Chip text={word} icon={state === 'draft' ? 'pencil' : 'eye-off'} /> };
};

const Shelf = ({ communityId }: { communityId: string }) => {
  const { view, tail, more, reload } = useShelf(communityId);
  const now = useNow();
  return (
    <Screen foot={<Button icon="plus" text="新建兑换品" onPress={() => open(counterPages.makeReward(communityId))} />}>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="store" title="还没有兑换品" text="新建一件，看过没问题再上架。" />}
      >
        {(rewards) => (
          <>
            <Card isTight>
              <Rows>
                {rewards.map((reward) => (
                  <RewardRow
                    key={reward.id}
                    reward={reward}
                    now={now}
                    chip={chipOf(reward)}
                    onPress={() => open(routes.editReward(reward.id))}
                  />
                ))}
              </Rows>
            </Card>
            <ListTail tail={tail} onMore={() => void more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

const ShelfPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Shelf communityId={communityId} />;
};

export default ShelfPage;
