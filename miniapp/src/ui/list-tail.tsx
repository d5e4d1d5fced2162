import { Text, View } from '@tarojs/components';
import { Icon } from './icon/icon.tsx';
import styles from './list-tail.module.scss';
import { Press } from './press.tsx';

type Props = { tail: 'more' | 'loading' | 'failed' | 'end'; onMore: () => void };

/** The foot of a list by pages: scrolling brings more, and whoever cannot scroll so far may tap. */
export const ListTail = ({ tail, onMore }: Props) => {
  if (tail === 'end')
    return (
      <View className={styles['tail']}>
        <Text>都在这里了</Text>
      </View>
    );
  if (tail === 'loading')
    return (
      <View className={styles['tail']}>
        <Icon name="loader-circle" size="mark" isSpinning />
        <Text>正在加载</Text>
      </View>
    );
  return (
    <Press className={styles['tail']} onPress={onMore}>
      <Text>{tail === 'failed' ? '没有加载出来，点这里再试' : '看更早的'}</Text>
    </Press>
  );
};
