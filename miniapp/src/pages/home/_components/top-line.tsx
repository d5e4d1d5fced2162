import type { CommunityId } from '@suishoupai/shared/ids';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { open, routes } from '../../../routes.ts';
import type { KnownCommunity } from '../../../state/community.ts';
import { setElder } from '../../../state/elder.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import { CommunitySheet } from './community-sheet.tsx';
import styles from './top-line.module.scss';

type Props = {
  /** Undefined on a new phone until the service names one. */
  community: KnownCommunity | undefined;
  unread: number;
  onMove: (id: CommunityId) => void;
};

export const TopLine = ({ community, unread, onMove }: Props) => {
  const [isChoosing, setChoosing] = useState(false);
  return (
    <View className={styles['line']}>
      <Press
        className={styles['place']}
        label={`${community?.name ?? ''}，换一个社区`}
        onPress={() => setChoosing(true)}
      >
        <Icon name="map-pin" />
        <Text className={styles['name']}>{community?.name ?? '选择社区'}</Text>
        <Icon name="chevron-down" size="mark" />
      </Press>
      <Press className={styles['elder']} role="switch" isChecked={false} label="长辈版" onPress={() => setElder(true)}>
        <Icon name="a-large-small" />
        <Text className={styles['short']}>长辈版</Text>
      </Press>
      <Press
        className={styles['bell']}
        role="link"
        label={unread === 0 ? '消息' : `消息，${unread} 条未读`}
        onPress={() => open(routes.inbox())}
      >
        <Icon name="bell" />
        {unread > 0 && <Text className={styles['count']}>{unread > 99 ? '99+' : unread}</Text>}
      </Press>
      <CommunitySheet
        isOpen={isChoosing}
        current={community?.id}
        onClose={() => setChoosing(false)}
        onChoose={(id) => {
          setChoosing(false);
          onMove(id);
        }}
      />
    </View>
  );
};
