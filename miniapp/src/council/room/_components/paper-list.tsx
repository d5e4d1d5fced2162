import type { MeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { Text, View } from '@tarojs/components';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from '../../council.module.scss';

const askList = (meetingId: MeetingId) => call(meetingRoutes.listPaperAttendees, { params: { meetingId } });

type Props = { meetingId: MeetingId; onClose: () => void; ask?: typeof askList };

/** Who was put on the list on paper. Opening it is noted. */
export const PaperList = ({ meetingId, onClose, ask = askList }: Props) => {
  const { view, reload } = useLoad(meetingId, () => ask(meetingId), { isEmpty: ({ items }) => items.length === 0 });
  return (
    <Sheet isOpen title="纸质登记名单" onClose={onClose}>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        skeleton={<Skeleton cards={1} />}
        empty={<EmptyState icon="users" title="还没有人登记" />}
      >
        {({ items }) => (
          <Rows>
            {items.map(({ id, name, household, witnesses }) => (
              <View key={id} className={styles['part']}>
                <Text className={styles['strong']}>{`${name} · ${household}`}</Text>
                <Text className={styles['quiet']}>{`见证人 ${witnesses.join('、')}`}</Text>
              </View>
            ))}
          </Rows>
        )}
      </Loaded>
    </Sheet>
  );
};
