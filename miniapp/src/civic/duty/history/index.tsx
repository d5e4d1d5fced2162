import type { DutyVersion } from '@suishoupai/shared/duty/routes';
import { dayWords, effectiveWords } from '@suishoupai/shared/duty/words';
import type { Department } from '@suishoupai/shared/places/contract';
import { Text, View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { Changes } from '../../../duty/changes.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { useHistory } from './_hooks/use-history.ts';
import styles from './index.module.scss';

type Props = { version: DutyVersion; departments: readonly Department[]; inForce: number | undefined; now: string };

const standingOf = ({ version }: DutyVersion, inForce: number | undefined) => {
  if (version === inForce) return <Chip tone="brand" text="现行" />;
  return version > (inForce ?? 0) ? <Chip tone="info" text="将生效" /> : null;
};

const VersionCard = ({ version, departments, inForce, now }: Props) => (
  <Card>
    <View className={styles['head']}>
      <Text className={styles['title']}>第 {version.version} 版</Text>
      {inForce !== undefined && standingOf(version, inForce)}
    </View>
    <Text className={styles['when']}>{effectiveWords(version, now)}</Text>
    {version.reason !== '' && <Text className={styles['reason']}>{version.reason}</Text>}
    {version.changed.length + version.changedNegative.length > 0 && (
      <Changes changed={version.changed} changedNegative={version.changedNegative} departments={departments} />
    )}
    {version.changedBy !== '' && (
      <Text className={styles['by']}>
        {version.changedBy} {dayWords(version.changedAt, now)}写
      </Text>
    )}
  </Card>
);

const HistoryPage = () => {
  const { pages, departments = [], inForce, now } = useHistory(useRouter().params['communityId'] ?? '');
  useReachBottom(() => void pages.more());
  return (
    <Screen>
      <Loaded
        view={pages.view}
        onRetry={() => void pages.reload()}
        empty={<EmptyState icon="clipboard-list" title="社区还没有写责任清单" />}
      >
        {(versions) => (
          <>
            {versions.map((version) => (
              <VersionCard
                key={version.version}
                version={version}
                departments={departments}
                inForce={inForce}
                now={now}
              />
            ))}
            <ListTail tail={pages.tail} onMore={() => void pages.more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default HistoryPage;
