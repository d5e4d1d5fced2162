import { dutyFor } from '@suishoupai/shared/duty/rules';
import { useRouter } from '@tarojs/taro';
import { DutyBrowser } from '../../duty/duty-browser.tsx';
import type { Duty } from '../../duty/lookup.ts';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ComingCard } from './_components/coming-card.tsx';
import { DutyRow } from './_components/duty-row.tsx';
import { NegativeCard } from './_components/negative-card.tsx';
import { StandingCard } from './_components/standing-card.tsx';
import { useDutyPage } from './_hooks/use-duty-page.ts';

const unwritten = (
  <EmptyState icon="clipboard-list" title="社区还没有写责任清单" text="现在每一件都由社区看过以后指派" />
);

const DutyList = ({ duty: { community, inForce, coming }, now }: { duty: Duty; now: string }) => {
  const { id, name, departments } = community;
  const lines = inForce?.lines ?? [];
  return (
    <>
      {inForce === undefined ? unwritten : <StandingCard communityId={id} name={name} inForce={inForce} now={now} />}
      {coming !== undefined && <ComingCard inForce={inForce} coming={coming} departments={departments} now={now} />}
      {inForce !== undefined && (
        <Card isTight>
          <DutyBrowser lines={lines} departments={departments}>
            {(category) => (
              <DutyRow category={category} line={dutyFor(lines, category.code)} departments={departments} />
            )}
          </DutyBrowser>
        </Card>
      )}
      {inForce !== undefined && inForce.negative.length > 0 && <NegativeCard rules={inForce.negative} />}
    </>
  );
};

const DutyPage = () => {
  const communityId = useRouter().params['communityId'] ?? '';
  const { view, reload, now, canEdit } = useDutyPage(communityId);
  const change = (
    <Button look="soft" icon="pencil" text="修改清单" onPress={() => open(routes.editDuty(communityId))} />
  );
  return (
    <Screen foot={canEdit ? change : undefined}>
      <Loaded view={view} onRetry={() => void reload()}>
        {(duty) => <DutyList duty={duty} now={now} />}
      </Loaded>
    </Screen>
  );
};

export default DutyPage;
