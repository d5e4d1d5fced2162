import { Text } from '@tarojs/components';
import { callPhone } from '../../../platform/call-phone.ts';
import { open, openTab, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Home } from '../_hooks/use-home.ts';
import { ElderChoice } from './elder-choice.tsx';
import styles from './elder-home.module.scss';

/** Below the hero: at most one open question and two choices. */
export const ElderHome = ({ home: { community, mine, nearby } }: { home: Home }) => {
  const asked = mine.find(({ state }) => state === 'resolved' || state === 'closed');
  return (
    <>
      {asked !== undefined && (
        <Card>
          <Text className={styles['question']}>{`「${asked.title}」修好了吗？`}</Text>
          <Button look="ghost" text="去看看，说一声" onPress={() => open(routes.ticket(asked.id))} />
        </Card>
      )}
      {mine.length > 0 ? (
        <ElderChoice
          icon="clipboard-list"
          title="我反映的事"
          note="看看办到哪一步了"
          onPress={() => open(routes.myTickets())}
        />
      ) : (
        <ElderChoice
          icon="map-pin"
          title="身边的事"
          note={nearby.length > 0 ? '正在解决什么，看一看' : '眼下没有未办完的'}
          onPress={() => openTab(routes.nearby())}
        />
      )}
      <ElderChoice
        icon="phone"
        title="打电话给社区"
        note={`${community.hotline.contact} · ${community.hotline.hours}`}
        onPress={() => callPhone(community.hotline.phone)}
      />
      <Text className={styles['way']}>字太大？到「我的」里关掉长辈版</Text>
    </>
  );
};
