import { OutboxCard } from '../../outbox/outbox-card.tsx';
import { open, routes } from '../../routes.ts';
import { useCommunity } from '../../state/community.ts';
import { useElder } from '../../state/elder.ts';
import { useNow } from '../../state/now.ts';
import { ElderChoice } from '../../ui/elder-choice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { ElderCall } from './_components/elder-call.tsx';
import { ElderHero } from './_components/elder-hero.tsx';
import { ElderHome } from './_components/elder-home.tsx';
import { ElderSwitch } from './_components/elder-switch.tsx';
import { Hotline } from './_components/hotline.tsx';
import { MyReports } from './_components/my-reports.tsx';
import { NearbyCard } from './_components/nearby-card.tsx';
import { ReportHero } from './_components/report-hero.tsx';
import { TopLine } from './_components/top-line.tsx';
import { useHome } from './_hooks/use-home.ts';

/** Reporting and the telephone need no answer from the service, so they stand while it loads and when it fails. */
const HomePage = () => {
  const { view, reload, me, moveTo } = useHome();
  const known = useCommunity();
  const isElder = useElder();
  const now = useNow();
  const home = view.state === 'ready' ? view.data : undefined;
  if (isElder)
    return (
      <Screen>
        <ElderHero />
        <ElderChoice
          icon="clipboard-list"
          title="我的事"
          note="看看办到哪一步了"
          onPress={() => open(routes.myTickets())}
        />
        <ElderCall community={home?.community ?? known} isUnknown={view.state === 'error'} />
        <OutboxCard />
        <Loaded view={view} onRetry={() => void reload()}>
          {(ready) => <ElderHome home={ready} now={now} />}
        </Loaded>
        <ElderSwitch />
      </Screen>
    );
  return (
    <Screen>
      <TopLine community={home?.community ?? known} unread={home?.unread ?? 0} onMove={moveTo} />
      <ReportHero />
      <OutboxCard />
      <Loaded view={view} onRetry={() => void reload()}>
        {({ mine, nearby }) => (
          <>
            <Slot>
              <MyReports tickets={mine} isSignedIn={me !== undefined} now={now} />
            </Slot>
            <NearbyCard tickets={nearby} now={now} />
          </>
        )}
      </Loaded>
      {known !== undefined && <Hotline hotline={known.hotline} />}
    </Screen>
  );
};

export default HomePage;
