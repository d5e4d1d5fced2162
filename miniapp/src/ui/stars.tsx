import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import { Press } from './press.tsx';
import styles from './stars.module.scss';

const words = ['', '很不满意', '不满意', '一般', '满意', '非常满意'];
const scale = [1, 2, 3, 4, 5] as const;

type Props = { value: number; onChange?: (stars: number) => void };

/** Five stars with the word for the choice; without `onChange` a small picture of a given rating. */
export const Stars = ({ value, onChange }: Props) => {
  const star = (index: number) => (
    <Icon name={index <= value ? 'star-solid' : 'star'} size={onChange ? 'large' : 'mark'} />
  );
  if (onChange === undefined)
    return (
      <View className={styles['given']} {...aria({ role: 'img', label: `${value} 星，${words[value] ?? ''}` })}>
        {scale.map((index) => (
          <View key={index} className={cx(styles['star'], index <= value && styles['on'])}>
            {star(index)}
          </View>
        ))}
      </View>
    );
  return (
    <View className={styles['chooser']}>
      <View className={styles['row']} {...aria({ role: 'radiogroup', label: '满意度' })}>
        {scale.map((index) => (
          <Press
            key={index}
            role="radio"
            label={`${index} 星，${words[index] ?? ''}`}
            isChecked={index === value}
            className={cx(styles['choice'], index <= value && styles['on'])}
            onPress={() => onChange(index)}
          >
            {star(index)}
          </Press>
        ))}
      </View>
      <Text className={styles['word']}>{words[value] || '点星星评价'}</Text>
    </View>
  );
};
