import { useElder } from '../../state/elder.ts';
import { useNow } from '../../state/now.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ElderHome } from './_components/elder-home.tsx';
import { Hotline } from './_components/hotline.tsx';
import { MyReports } from './_components/my-reports.tsx';
import { NearbyCard } from './_components/nearby-card.tsx';
import { ReportHero } from './_components/report-hero.tsx';
import { TopLine } from './_components/top-line.tsx';
import { useHome } from './_hooks/use-home.ts';

const HomePage = () => {
  const { view, reload, me, moveTo } = useHome();
  const isElder = useElder();
  const now = useNow();
  return (
    <Screen>
      {view.state !== 'ready' && <ReportHero />}
      <Loaded view={view} onRetry={() => void reload()}>
        {(home) =>
          isElder ? (
            <ElderHome home={home} />
          ) : (
            <>
              <TopLine community={home.community} unread={home.unread} onMove={moveTo} />
              <ReportHero />
              <MyReports tickets={home.mine} isSignedIn={me !== undefined} now={now} />
              <NearbyCard tickets={home.nearby} now={now} />
              <Hotline hotline={home.community.hotline} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
};

export default HomePage;
