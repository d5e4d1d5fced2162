import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '../../ui/aria.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Press } from '../../ui/press.tsx';
import styles from './rewards.module.scss';

/** One beneath the other, with room between. */
export const Stack = ({ children }: PropsWithChildren) => <View className={styles['stack']}>{children}</View>;

/** Beside each other, as wide as they are. */
export const Line = ({ children }: PropsWithChildren) => <View className={styles['line']}>{children}</View>;

/** Words as somebody wrote them. */
export const Prose = ({ text, isQuiet = false }: { text: string; isQuiet?: boolean }) => (
  <Text className={isQuiet ? styles['quiet'] : styles['prose']}>{text}</Text>
);

/** What a line is about, and what it says. */
export const Facts = ({ facts }: { facts: readonly (readonly [name: string, words: string | undefined])[] }) => (
  <Stack>
    {facts.map(
      ([name, words]) =>
        words !== undefined && (
          <View key={name} className={styles['fact']}>
            <Text className={styles['name']}>{name}</Text>
            <Text className={styles['words']}>{words}</Text>
          </View>
        ),
    )}
  </Stack>
);

export const Title = ({ text }: { text: string }) => (
  <Text className={styles['title']} {...aria({ role: 'heading' })}>
    {text}
  </Text>
);

export const Price = ({ points, note }: { points: number; note?: string }) => (
  <View className={styles['line']}>
    <Text className={styles['price']}>{points} 积分</Text>
    {note !== undefined && <Text className={styles['quiet']}>{note}</Text>}
  </View>
);

type Many = { count: number; most: number; label: string; onChange: (count: number) => void };

/** How many, from one. */
export const HowMany = ({ count, most, label, onChange }: Many) => (
  <View className={styles['counter']} {...aria({ role: 'group', label })}>
    <Press
      className={styles['step']}
      label={`${label}，减一`}
      isDisabled={count <= 1}
      onPress={() => onChange(count - 1)}
    >
      <Icon name="minus" />
    </Press>
    <Text className={styles['many']} {...aria({ live: 'polite' })}>
      {count}
    </Text>
    <Press
      className={styles['step']}
      label={`${label}，加一`}
      isDisabled={count >= most}
      onPress={() => onChange(count + 1)}
    >
      <Icon name="plus" />
    </Press>
  </View>
);
