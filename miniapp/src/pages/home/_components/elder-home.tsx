import { Text, View } from '@tarojs/components';
import { callPhone } from '../../../platform/call-phone.ts';
import { open, openTab, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import type { Home } from '../_hooks/use-home.ts';
import { ElderChoice } from './elder-choice.tsx';
import styles from './elder-home.module.scss';

/** Three choices and at most one open question. */
export const ElderHome = ({ home: { community, mine, nearby } }: { home: Home }) => {
  const asked = mine.find(({ state }) => state === 'resolved' || state === 'closed');
  return (
    <View className={styles['stack']}>
      <Press className={styles['photo']} label="拍照反映问题" onPress={() => open(routes.report())}>
        <Icon name="camera" size="hero" />
        <Text className={styles['photoText']}>拍照反映问题</Text>
      </Press>
      {asked !== undefined && (
        <Card>
          <Text className={styles['question']}>{`“${asked.title}”，修好了吗？`}</Text>
          <Button look="ghost" text="去看看，说一声" onPress={() => open(routes.ticket(asked.id))} />
        </Card>
      )}
      <ElderChoice
        icon="clipboard-list"
        title={mine.length > 0 ? '我反映的事' : '身边的事'}
        note={mine.length > 0 ? '看看办到哪一步了' : `正在解决 ${nearby.length} 件`}
        onPress={() => (mine.length > 0 ? open(routes.myTickets()) : openTab(routes.nearby()))}
      />
      <ElderChoice
        icon="phone"
        title="打电话给社区"
        note={`${community.hotline.contact} · ${community.hotline.hours}`}
        onPress={() => callPhone(community.hotline.phone)}
      />
      <Text className={styles['way']}>字太大？到“我的”里关掉长辈版</Text>
    </View>
  );
};
