import type { CommunityId } from '@suishoupai/shared/ids';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { open } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ActivitiesCard } from '../../volunteering/activities-card.tsx';
import { paths } from '../../volunteering/paths.ts';
import { useStaffActivities, type When } from './_hooks/use-staff-activities.ts';

const names: Record<When, string> = { coming: '将有的', planned: '还没发布', past: '办过的' };

const Activities = ({ communityId, when }: { communityId: CommunityId; when: When }) => (
  <ActivitiesCard
    pages={useStaffActivities(communityId, when)}
    empty={<EmptyState icon="calendar" title={`没有${names[when]}活动`} />}
    onOpen={({ id }) => open(paths.run(id))}
  />
);

const Desk = ({ communityId }: { communityId: CommunityId }) => {
  const [when, setWhen] = useState<When>('coming');
  return (
    <Screen foot={<Button isLarge icon="plus" text="新的活动" onPress={() => open(paths.make(communityId))} />}>
      <Card isTight>
        <Rows>
          <ListRow
            icon="hourglass"
            title="需要核对的签到"
            note="同时在两处、太久、离得远"
            onPress={() => open(paths.flagged(communityId))}
          />
          <ListRow
            icon="users"
            title="志愿者名册"
            note="登记培训和表彰，导出记录；每次查看都有记录"
            onPress={() => open(paths.volunteers(communityId))}
          />
        </Rows>
      </Card>
      <PillLine label="看哪些活动">
        {(['coming', 'planned', 'past'] as const).map((each) => (
          <Pill key={each} text={names[each]} isChosen={each === when} onPress={() => setWhen(each)} />
        ))}
      </PillLine>
      <Activities key={when} communityId={communityId} when={when} />
    </Screen>
  );
};

const Page = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Desk communityId={communityId} />;
};

export default Page;
