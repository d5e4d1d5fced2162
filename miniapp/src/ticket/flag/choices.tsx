import { Text, View } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Press } from '../../ui/press.tsx';
import styles from './choices.module.scss';

type Props<T extends string> = {
  label: string;
  options: readonly (readonly [value: T, text: string])[];
  chosen: T | undefined;
  onChoose: (value: T) => void;
};

/** One of a few. */
export const Choices = <T extends string>({ label, options, chosen, onChoose }: Props<T>) => (
  <View className={styles['choices']} {...aria({ role: 'radiogroup', label })}>
    {options.map(([value, text]) => (
      <Press
        key={value}
        role="radio"
        isChecked={value === chosen}
        className={cx(styles['choice'], value === chosen && styles['on'])}
        onPress={() => onChoose(value)}
      >
        {value === chosen && <Icon name="check" size="mark" />}
        <Text>{text}</Text>
      </Press>
    ))}
  </View>
);
