import type { Stance, Voice } from '@suishoupai/shared/topics/contract';
import { stanceLabels } from '@suishoupai/shared/topics/labels';
import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Prose } from '../../prose.tsx';
import type { Voices } from '../_hooks/use-voices.ts';
import { asAppealed, type Item } from '../appealed.ts';
import { stanceLooks } from '../voice-look.ts';
import { VoiceRow } from './voice-row.tsx';
import styles from './voices-card.module.scss';

type Props = {
  voices: Voices;
  now: string;
  /** Absent when the discussion is over. */
  onSay: (() => void) | undefined;
  onReply: (voice: Voice) => void;
  onFlag: (voice: Voice) => void;
  onAppeal: (voice: Voice) => void;
  appealed: ReadonlySet<Item>;
};

const counted: Exclude<Stance, 'none'>[] = ['for', 'against', 'question'];

/** 议一议: how many for, against and asking, and what they say. That it could not be had disturbs nothing else. */
export const VoicesCard = ({
  voices: { pages, voices, stances, isNone, react },
  now,
  onSay,
  onReply,
  onFlag,
  onAppeal,
  appealed,
}: Props) => (
  <Card title="议一议">
    <Slot>
      {stances !== undefined && !isNone && (
        <View className={styles['stances']}>
          {counted.map((stance) => (
            <Chip key={stance} text={`${stanceLabels[stance]} ${stances[stance] ?? 0}`} {...stanceLooks[stance]} />
          ))}
        </View>
      )}
    </Slot>
    <Slot>{onSay !== undefined && <Button look="soft" icon="message-circle" text="说说看法" onPress={onSay} />}</Slot>
    <View className={styles['list']} {...aria({ role: 'list' })}>
      {voices.map((voice) => (
        <VoiceRow
          key={voice.id}
          voice={asAppealed(voice, appealed)}
          now={now}
          onReact={(reaction) => react(voice, reaction)}
          onReply={() => onReply(voice)}
          onFlag={() => onFlag(voice)}
          onAppeal={() => onAppeal(voice)}
        />
      ))}
    </View>
    <Slot>
      {isNone && (
        <Prose isQuiet text={onSay === undefined ? '没有人说话。' : '还没有人说话。赞成、反对、想问的，都可以写。'} />
      )}
    </Slot>
    <Slot>
      {pages.view.state === 'error' && <ListTail tail="failed" onMore={() => void pages.reload()} />}
      {pages.view.state === 'ready' && pages.tail !== 'end' && (
        <ListTail tail={pages.tail} onMore={() => void pages.more()} />
      )}
    </Slot>
  </Card>
);
