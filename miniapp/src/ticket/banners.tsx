import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { Slot } from '../ui/slot.tsx';
import styles from './banners.module.scss';
import type { StepForm } from './forms.ts';
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

type Props = { steps: Steps; forms: Record<PersonStep, StepForm> };

/** What happened to a step: no answer came, or somebody was quicker. */
export const StepBanners = ({ steps: { lost, news }, forms }: Props) => (
  <Slot>
    {lost !== undefined && (
      <Banner
        tone="warn"
        icon="wifi-off"
        text={`「${forms[lost].name}」没有收到回音，可能已经送到。请再试一次，不会重复提交。`}
      />
    )}
    {news !== undefined && <Banner tone="info" icon="info" text={`刚刚有新进展：${news}。请看过再操作。`} />}
  </Slot>
);
