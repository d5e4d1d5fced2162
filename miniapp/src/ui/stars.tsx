import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import { Press } from './press.tsx';
import styles from './stars.module.scss';

const words = ['', '很不满意', '不满意', '一般', '满意', '非常满意'];
const scale = [1, 2, 3, 4, 5] as const;

type Props = { value: number; onChange?: (stars: number) => void };

/** A small picture of a given rating; a mean is drawn to the nearest half and said as it is. */
const Given = ({ value }: Pick<Props, 'value'>) => {
  const halves = Math.round(value * 2);
  const word = words[value];
  return (
    <View
      className={styles['given']}
      {...aria({ role: 'img', label: word === undefined ? `${value} 星` : `${value} 星，${word}` })}
    >
      {scale.map((index) => (
        <View key={index} className={cx(styles['star'], index * 2 <= halves && styles['on'])}>
          <Icon name={index * 2 <= halves ? 'star-solid' : 'star'} size="mark" />
          {index * 2 - 1 === halves && (
            <View className={cx(styles['half'], styles['on'])}>
              <Icon name="star-solid" size="mark" />
            </View>
          )}
        </View>
      ))}
    </View>
  );
};

/** Five stars with the word for the choice; without `onChange` a small picture of a given rating. */
export const Stars = ({ value, onChange }: Props) => {
  if (onChange === undefined) return <Given value={value} />;
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
            <Icon name={index <= value ? 'star-solid' : 'star'} size="large" />
          </Press>
        ))}
      </View>
      <Text className={styles['word']}>{words[value] || '点星星评价'}</Text>
    </View>
  );
};
