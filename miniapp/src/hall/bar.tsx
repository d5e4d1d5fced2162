import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import styles from './bar.module.scss';

type Props = {
  label: string;
  /** At the right: 「61.4%」. */
  value: string;
  part: number;
  whole: number;
  /** A threshold, drawn where it lies: of `whole`, with what is written above it. */
  mark?: { at: number; text: string } | undefined;
  isMet?: boolean | undefined;
  /** What a reader says after label and value. */
  said?: string | undefined;
};

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.min(100, Math.floor((part * 1000) / whole) / 10);

/** How far, and how far it must go. */
export const Bar = ({ label, value, part, whole, mark, isMet = false, said }: Props) => (
  <View
    className={cx(styles['bar'], mark && styles['marked'])}
    {...aria({ role: 'img', label: [label, value, said].filter(Boolean).join('，') })}
  >
    <View className={styles['line']}>
      <Text className={styles['label']}>{label}</Text>
      <View className={styles['value']}>
        <Text>{value}</Text>
        {isMet && <Icon name="check" size="mark" />}
      </View>
    </View>
    <View className={styles['track']}>
      <View className={styles['fill']} style={{ width: `${share(part, whole)}%` }} />
      {mark !== undefined && (
        <View className={styles['mark']} style={{ left: `${share(mark.at, whole)}%` }}>
          <Text className={styles['words']}>{mark.text}</Text>
        </View>
      )}
    </View>
  </View>
);
