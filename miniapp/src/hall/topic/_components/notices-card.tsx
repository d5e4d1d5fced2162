import { shortTime } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { Text } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Points } from '../../../ui/points.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import styles from './notices-card.module.scss';

type Props = { topic: Topic; now: string };

/** What was announced: only this may be voted on. The newest first. */
export const NoticesCard = ({ topic: { announcements }, now }: Props) => (
  <Card title="会前公告">
    <Stack>
      {[...announcements].reverse().map(({ id, at, title, words, matters }) => (
        <Stack key={id}>
          <Text className={styles['title']}>{title}</Text>
          <Prose text={words} />
          <Points lines={matters} />
          <Prose isQuiet text={`${shortTime(at, now)} 公告，没有公告的事项不能表决`} />
        </Stack>
      ))}
    </Stack>
  </Card>
);
