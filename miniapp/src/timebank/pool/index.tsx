import type { CommunityId } from '@suishoupai/shared/ids';
import { shortTime } from '@suishoupai/shared/time/china';
import type { ListingCard } from '@suishoupai/shared/timebank/contract';
import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { useRouter } from '@tarojs/taro';
import { call } from '../../api/client.ts';
import { useLoad } from '../../load/use-load.ts';
import { useRefresh } from '../../load/use-refresh.ts';
import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ListingRow } from '../listing-row.tsx';
import { Figure, Head, Stack, Words } from '../parts.tsx';

const noteOf = ({ state, place, at }: ListingCard, now: string): string =>
  `${state === 'ended' ? '已经用了或收回' : '答应了'} · ${place} · ${shortTime(at, now)}`;

/** What was given for old people living alone, and what became of it; for everyone to read. */
const PoolPage = ({ communityId }: { communityId: CommunityId }) => {
  const now = useNow();
  const { view, reload } = useLoad(
    `pool ${communityId}`,
    () => call(timebankRoutes.getPool, { params: { communityId }, query: {} }),
    { reloadOnShow: true },
  );
  useRefresh(reload);
  return (
    <Screen foot={<Button isLarge text="我也捐一点" onPress={() => open(routes.giveHours(communityId))} />}>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ pool, promises }) => (
          <Stack>
            <Head title="互助池" note="邻居捐出的时长，给独居老人用。答应出去多少，先得有多少。" />
            <Card>
              <Stack>
                <Figure name="一共捐来" value={minutesWords(pool.donated)} />
                <Figure name="已经用了" value={minutesWords(pool.used)} />
                <Figure name="答应了还没用" value={minutesWords(pool.promised)} />
                <Figure name="还能答应" value={minutesWords(pool.free)} />
                <Words isQuiet text="捐来的 = 用了的 + 答应了的 + 还能答应的，每一笔都在账本里。" />
              </Stack>
            </Card>
            {promises.length === 0 ? (
              <EmptyState icon="house" title="还没有答应过" />
            ) : (
              <Card isTight title="答应给老人的">
                <Rows>
                  {promises.map((card) => (
                    <ListingRow key={card.id} card={card} note={noteOf(card, now)} />
                  ))}
                </Rows>
              </Card>
            )}
          </Stack>
        )}
      </Loaded>
    </Screen>
  );
};

const Page = () => <PoolPage communityId={useRouter().params['communityId'] ?? ''} />;

export default Page;
