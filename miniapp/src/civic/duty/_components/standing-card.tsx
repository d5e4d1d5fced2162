import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import { effectiveWords } from '@suishoupai/shared/duty/words';
import type { CommunityId } from '@suishoupai/shared/ids';
import { Text } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import styles from '../index.module.scss';

type Props = { communityId: CommunityId; name: string; inForce: DutyDocument; now: string };

/** Which version holds, since when, and where its past is. */
export const StandingCard = ({ communityId, name, inForce, now }: Props) => (
  <Card title="责任清单" aside="历次改动" onAside={() => open(routes.dutyHistory(communityId))}>
    <Text className={styles['version']}>
      {name} · 第 {inForce.version} 版 · {effectiveWords(inForce, now)}
    </Text>
    <Text className={styles['intro']}>
      哪类问题归谁管、多久办好，都写在这里。上报以后照它派单，已经上报的按当时的那一版办。
    </Text>
  </Card>
);
