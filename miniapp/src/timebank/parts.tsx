import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { useMe } from '../api/client.ts';
import { open, openTab, routes } from '../routes.ts';
import { aria } from '../ui/aria.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';
import styles from './timebank.module.scss';

/** At the top of a screen: what it is about; children are its chips. */
export const Head = ({ title, note, children }: PropsWithChildren<{ title: string; note?: string | undefined }>) => (
  <View className={styles['head']}>
    <Text className={styles['title']} {...aria({ role: 'heading' })}>
      {title}
    </Text>
    {children !== undefined && <View className={styles['chips']}>{children}</View>}
    {note !== undefined && <Text className={styles['note']}>{note}</Text>}
  </View>
);

export const Stack = ({ children }: PropsWithChildren) => <View className={styles['stack']}>{children}</View>;

export const Words = ({ text, isQuiet = false }: { text: string; isQuiet?: boolean }) => (
  <Text className={isQuiet ? styles['note'] : styles['prose']} userSelect>
    {text}
  </Text>
);

/** A name and what it is, at the two ends of a line. */
export const Figure = ({ name, value }: { name: string; value: string }) => (
  <View className={styles['figure']}>
    <Text>{name}</Text>
    <Text className={styles['amount']}>{value}</Text>
  </View>
);

/** What an incomplete or outdated link leads to. */
export const Missing = ({ title }: { title: string }) => (
  <Screen>
    <EmptyState
      icon="search"
      title={title}
      text="可能已被撤下，或者链接不完整"
      action={<Button look="ghost" text="回首页" onPress={() => openTab(routes.home())} />}
    />
  </Screen>
);

/** Its children for whoever is signed in; for others the way to it. */
export const SignedIn = ({ why, children }: PropsWithChildren<{ why: string }>) => {
  const isKnown = useMe() !== undefined;
  if (isKnown) return children;
  return (
    <Screen>
      <EmptyState
        icon="user-round"
        title="请先登录"
        text={why}
        action={<Button text="去登录" onPress={() => open(routes.signIn())} />}
      />
    </Screen>
  );
};
