import { shortTime } from '@suishoupai/shared/time/china';
import type { Reaction, Voice } from '@suishoupai/shared/topics/contract';
import { reactionLabels, stanceLabels } from '@suishoupai/shared/topics/labels';
import { Text, View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Chip } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Press } from '../../../ui/press.tsx';
import { stanceLooks, voiceMark } from '../voice-look.ts';
import styles from './voice-row.module.scss';

type Props = {
  voice: Voice;
  now: string;
  onReact: (reaction: Reaction) => void;
  onFlag: () => void;
  /** Absent for replies, which have none of their own. */
  onReply?: () => void;
};

const reactions = Object.keys(reactionLabels) as Reaction[];

/** What somebody says, where they stand, and what others make of it. */
export const VoiceRow = ({ voice, now, onReact, onFlag, onReply }: Props) => {
  const { author, at, stance, text, isMine, myReaction } = voice;
  const mark = voiceMark(voice);
  if (text === undefined && !isMine) return null;
  const who = isMine ? '我' : author;
  return (
    <View className={styles['voice']} {...aria({ role: 'listitem' })}>
      <View className={styles['head']}>
        <Text className={styles['author']}>{who}</Text>
        {stance !== 'none' && <Chip text={stanceLabels[stance]} {...stanceLooks[stance]} />}
        {mark !== undefined && <Chip text={mark} icon="hourglass" />}
        <Text className={styles['time']}>{shortTime(at, now)}</Text>
        {!isMine && (
          <Press className={styles['more']} label={`投诉 ${author} 的发言`} onPress={onFlag}>
            <Icon name="ellipsis" />
          </Press>
        )}
      </View>
      <Text className={cx(styles['text'], text === undefined && styles['quiet'])}>{text ?? '这条发言没有公开'}</Text>
      {mark === undefined && (
        <View className={styles['acts']}>
          {reactions.map((reaction) => {
            const count = voice.reactions[reaction] ?? 0;
            const name = reactionLabels[reaction];
            return (
              <Pill
                key={reaction}
                role="checkbox"
                text={count === 0 ? name : `${name} ${count}`}
                label={`${name}，${count} 人，${who}的发言`}
                isChosen={myReaction === reaction}
                onPress={() => onReact(reaction)}
              />
            );
          })}
          {onReply !== undefined && (
            <Pill text="回复" icon="message-circle" label={`看回复，回复${who}`} onPress={onReply} />
          )}
        </View>
      )}
    </View>
  );
};
