import { Text, View } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import styles from './report-hero.module.scss';

export const ReportHero = () => (
  <View className={styles['hero']}>
    <Text className={styles['title']}>看到问题，拍一张</Text>
    <Text className={styles['text']}>自动派到责任部门，全程看得见</Text>
    <Press className={styles['button']} label="随手拍" onPress={() => open(routes.report())}>
      <Icon name="camera" />
      <Text>随手拍</Text>
    </Press>
  </View>
);
