import { Input } from '@tarojs/components';
import { aria } from './aria.ts';
import styles from './text-line.module.scss';

export type TextLineProps = {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  placeholder: string;
  label: string;
  isDisabled?: boolean;
  isFocused?: boolean;
  /** What the keyboard's last key says. */
  done?: 'done' | 'search';
  /** Which keyboard comes up: `digit` has a decimal point. */
  keyboard?: 'text' | 'number' | 'digit';
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
  keyboard = 'text',
}: TextLineProps) => (
  <Input
    className={styles['line']}
    type={keyboard}
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
