import { Input } from '@tarojs/components';
import { aria } from './aria.ts';
import styles from './text-line.module.scss';

type Props = {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder: string;
  label: string;
  isDisabled?: boolean;
  isFocused?: boolean;
  /** What the keyboard's last key says. */
  done?: 'done' | 'search';
};

/** One line of text; its box is its parent's affair. */
export const TextLine = ({
  value,
  onChange,
  maxLength,
  placeholder,
  label,
  isDisabled = false,
  isFocused = false,
  done = 'done',
}: Props) => (
  <Input
    className={styles['line']}
    value={value}
    maxlength={maxLength}
    placeholder={placeholder}
    placeholderClass="placeholder"
    disabled={isDisabled}
    focus={isFocused}
    confirmType={done}
    cursorSpacing={24}
    onInput={({ detail }) => onChange(detail.value)}
    {...aria({ label })}
  />
);
