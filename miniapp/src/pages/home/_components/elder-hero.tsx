import { Text } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import styles from './elder-hero.module.scss';

export const ElderHero = () => (
  <Press className={styles['hero']} label="拍照上报" onPress={() => open(routes.report())}>
    <Icon name="camera" size="hero" />
    <Text className={styles['text']}>拍照上报</Text>
  </Press>
);
