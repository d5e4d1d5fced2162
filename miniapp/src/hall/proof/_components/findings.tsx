import { Text, View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import type { Finding } from '../checking.ts';
import styles from './findings.module.scss';

const icons: Record<Finding['standing'], IconName> = { good: 'circle-check', bad: 'circle-alert', open: 'hourglass' };

/** What was checked and what came out, each by sign and sentence. */
export const Findings = ({ findings }: { findings: readonly Finding[] }) => (
  <View {...aria({ role: 'list' })}>
    {findings.map(({ standing, words }) => (
      <View key={words} className={styles['finding']} {...aria({ role: 'listitem' })}>
        <Icon name={icons[standing]} className={styles[standing]} />
        <Text className={styles['words']}>{words}</Text>
      </View>
    ))}
  </View>
);
