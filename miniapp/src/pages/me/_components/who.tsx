import type { Me } from '@suishoupai/shared/people/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from './who.module.scss';

export const Who = ({ me }: { me: Me | undefined }) => (
  <Card>
    <View className={styles['who']}>
      <View className={styles['face']}>
        <Icon name="user-round" size="large" />
      </View>
      <View className={styles['words']}>
        <Text className={styles['name']}>{me === undefined ? '还没有登录' : (me.grants[0]?.label ?? '居民')}</Text>
        <Text className={styles['note']}>
          {me === undefined ? '登录后可以上报，也能看到每一步' : '已用微信登录，不显示您的头像和昵称'}
        </Text>
      </View>
    </View>
    <Slot>
      {me === undefined && (
        <View className={styles['enter']}>
          <Button text="登录" onPress={() => open(routes.signIn())} />
        </View>
      )}
    </Slot>
  </Card>
);
