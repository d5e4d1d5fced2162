import { Text, View } from '@tarojs/components';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import styles from './option-row.module.scss';

type Props = {
  text: string;
  note?: string | undefined;
  isOn: boolean;
  role: 'radio' | 'checkbox';
  onPress: () => void;
};

export const OptionRow = ({ text, note, isOn, role, onPress }: Props) => (
  <Press
    className={cx(styles['choice'], isOn && styles['on'])}
    role={role}
    isChecked={isOn}
    label={note === undefined ? text : `${text}，${note}`}
    onPress={onPress}
  >
    <View className={styles['sign']}>
      <Icon name={isOn ? 'circle-check' : 'circle'} />
    </View>
    <View className={styles['words']}>
      <Text className={styles['title']}>{text}</Text>
      {note !== undefined && <Text className={styles['note']}>{note}</Text>}
    </View>
  </Press>
);
