import { Text, View } from '@tarojs/components';
import { OutboxCard } from '../outbox/outbox-card.tsx';
import { aria } from '../ui/aria.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { Slot } from '../ui/slot.tsx';
import styles from './banners.module.scss';
import type { Steps } from './use-steps.ts';

/** A sentence at the head of the screen with its sign. */
export const Banner = ({ icon, text, tone }: { icon: IconName; text: string; tone: 'info' | 'warn' }) => (
  <Card tone={tone}>
    <View className={styles['banner']} {...aria({ role: 'status' })}>
      <Icon name={icon} />
      <Text className={styles['text']}>{text}</Text>
    </View>
  </Card>
);

type Props = { steps: Pick<Steps, 'ticketId' | 'news'> };

/** What happened to a step: it waits in the outbox, or somebody was quicker. */
export const StepBanners = ({ steps: { ticketId, news } }: Props) => (
  <>
    <OutboxCard lane={ticketId} />
    <Slot>
      {news !== undefined && <Banner tone="info" icon="info" text={`刚刚有新进展：${news}。请看过再操作。`} />}
    </Slot>
  </>
);
