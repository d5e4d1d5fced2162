import { Text, Textarea, View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './text-area.module.scss';

type Props = {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder: string;
  label: string;
  isDisabled?: boolean;
};

/** Counts as the service counts, in UTF-16 units; the counter shows from four fifths on. */
export const TextArea = ({ value, onChange, maxLength, placeholder, label, isDisabled = false }: Props) => {
  const isNear = value.length >= maxLength * 0.8;
  return (
    <View className={styles['box']}>
      <Textarea
        className={styles['area']}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="placeholder"
        disabled={isDisabled}
        autoHeight
        disableDefaultPadding
        cursorSpacing={96}
        onInput={({ detail }) => onChange(detail.value)}
        {...aria({ label })}
      />
      <Text className={cx(styles['count'], !isNear && styles['quiet'])} {...aria({ live: 'polite' })}>
        {isNear ? `${value.length} / ${maxLength}` : ''}
      </Text>
    </View>
  );
};
