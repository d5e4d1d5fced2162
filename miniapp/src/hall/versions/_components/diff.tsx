import type { MeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { Text, View } from '@tarojs/components';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { cx } from '../../../ui/cx.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Prose } from '../../prose.tsx';
import styles from './diff.module.scss';

const signs = { same: ' ', added: '+', removed: '−' } as const;
const said = { same: '', added: '新增：', removed: '删去：' } as const;

type Props = { meetingId: MeetingId; number: number };

/** What a version changed, line by line: the sign says it besides the colour. */
export const Diff = ({ meetingId, number }: Props) => {
  const { view, reload } = useLoad(
    `${meetingId} ${number}`,
    async () => (await call(meetingRoutes.diffMinutes, { params: { meetingId, number } })).lines,
    { isEmpty: (lines) => lines.every(({ kind }) => kind === 'same') },
  );
  return (
    <Loaded
      view={view}
      onRetry={() => void reload()}
      skeleton={<Skeleton cards={1} />}
      empty={<Prose isQuiet text="和上一版的文字一样。" />}
    >
      {(lines) => (
        <View className={styles['diff']}>
          {lines.map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text may repeat, and never move
            <View key={index} className={cx(styles['line'], styles[kind])}>
              <Text className={styles['sign']}>{signs[kind]}</Text>
              <Text className={styles['words']}>{`${said[kind]}${text}`}</Text>
            </View>
          ))}
        </View>
      )}
    </Loaded>
  );
};
