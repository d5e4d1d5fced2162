import type { CommunityId } from '@suishoupai/shared/ids';
import { flagLabels } from '@suishoupai/shared/volunteering/labels';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { useRefresh } from '../../load/use-refresh.ts';
import { open, routes } from '../../routes.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useFlagged } from './_hooks/use-flagged.ts';

const Flagged = ({ communityId }: { communityId: CommunityId }) => {
  const pages = useFlagged(communityId);
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  return (
    <Screen>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={
          <EmptyState
            icon="shield-check"
            title="没有要核对的"
            text="同时在两处、太久、离得远的签到会到这里，由人来判断。"
          />
        }
      >
        {(items) => (
          <>
            <Card isTight>
              <Rows>
                {items.map(({ id, activityId, activity, name, flags }) => (
                  <ListRow
                    key={id}
                    icon="triangle-alert"
                    title={`${name} · ${activity}`}
                    note={flags.map(({ kind }) => flagLabels[kind]).join('、')}
                    onPress={() => open(routes.organisePeople(activityId))}
                  />
                ))}
              </Rows>
            </Card>
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

const Page = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Flagged communityId={communityId} />;
};

export default Page;
