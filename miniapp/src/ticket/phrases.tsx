import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { View } from '@tarojs/components';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import { hasPhrase, withPhrase } from './forms.ts';
import styles from './phrases.module.scss';

type Props = { phrases: readonly string[]; note: string; onChange: (note: string) => void };

/** Sentences people use most: a tap puts one into the text, a second takes it out. */
export const Phrases = ({ phrases, note, onChange }: Props) => {
  if (phrases.length === 0) return null;
  return (
    <View className={styles['quick']}>
      {phrases.map((phrase) => {
        const isOn = hasPhrase(note, phrase);
        return (
          <Press
            key={phrase}
            role="checkbox"
            isChecked={isOn}
            className={styles['phrase']}
            onPress={() => onChange(withPhrase(note, phrase).slice(0, ticketLimits.note))}
          >
            <View className={cx(styles['pill'], isOn && styles['on'])}>
              {isOn && <Icon name="check" size="mark" />}
              {phrase}
            </View>
          </Press>
        );
      })}
    </View>
  );
};
