import type { CommunityId } from '@suishoupai/shared/ids';
import { useState } from 'react';
import { useMe } from '../../api/client.ts';
import { open, routes } from '../../routes.ts';
import { useMetCommunity } from '../../state/met-community.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ActivitiesCard } from '../../volunteering/activities-card.tsx';
import { paths } from '../../volunteering/paths.ts';
import { type Shown, useActivities } from './_hooks/use-activities.ts';

const names: Record<Shown, string> = { coming: '附近的活动', mine: '我报名的', past: '办过的' };
const emptyWords: Record<Shown, string> = {
  coming: '社区发布了活动会在这里。',
  mine: '报了名的活动会在这里。',
  past: '办完的活动会在这里。',
};

const Activities = ({ communityId, shown }: { communityId: CommunityId; shown: Shown }) => (
  <ActivitiesCard
    pages={useActivities(communityId, shown)}
    empty={<EmptyState icon="calendar" title="还没有活动" text={emptyWords[shown]} />}
    onOpen={({ id }) => open(routes.volunteering(id))}
  />
);

const Page = () => {
  const community = useMetCommunity();
  const isIn = useMe() !== undefined;
  const [shown, setShown] = useState<Shown>('coming');
  const choices: Shown[] = isIn ? ['coming', 'mine', 'past'] : ['coming', 'past'];
  return (
    <Screen>
      <PillLine label="看哪些活动">
        {choices.map((choice) => (
          <Pill key={choice} text={names[choice]} isChosen={choice === shown} onPress={() => setShown(choice)} />
        ))}
      </PillLine>
      {community === undefined ? <Skeleton /> : <Activities key={shown} communityId={community.id} shown={shown} />}
      <Card isTight>
        <Rows>
          <ListRow
            icon="file-text"
            title="我的服务记录"
            note="时长、评价、培训，开证明、导出"
            onPress={() => open(isIn ? paths.record() : routes.signIn())}
          />
          <ListRow
            icon="user-round"
            title="志愿者信息"
            note="技能、什么时候有空"
            onPress={() => open(isIn ? paths.profile() : routes.signIn())}
          />
          <ListRow
            icon="shield-check"
            title="查验证明"
            note="输入编号，不用登录"
            onPress={() => open(paths.certificate())}
          />
        </Rows>
      </Card>
    </Screen>
  );
};

export default Page;
