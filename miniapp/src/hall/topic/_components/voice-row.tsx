import { shortTime } from '@suishoupai/shared/time/china';
import type { Reaction, Voice } from '@suishoupai/shared/topics/contract';
import { reactionLabels, stanceLabels } from '@suishoupai/shared/topics/labels';
import { View } from '@tarojs/components';
import { Chip } from '../../../ui/chip.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { SaidRow } from '../../../ui/said-row.tsx';
import { stanceLooks, takenDownWords, voiceMark } from '../voice-look.ts';
import styles from './voice-row.module.scss';

type Props = {
  voice: Voice;
  now: string;
  onReact: (reaction: Reaction) => void;
  onFlag: () => void;
  onAppeal: () => void;
  /** Absent for replies, which have none of their own. */
  onReply?: () => void;
};

const reactions = Object.keys(reactionLabels) as Reaction[];

/** What somebody says, where they stand, and what others make of it. */
export const VoiceRow = ({ voice, now, onReact, onFlag, onAppeal, onReply }: Props) => {
  const { author, at, stance, text, isMine, myReaction, replies, takenDown } = voice;
  const mark = voiceMark(voice);
  if (text === undefined && !isMine) return null;
  const who = isMine ? '我' : author;
  return (
    <SaidRow
      who={who}
      when={shortTime(at, now)}
      text={text ?? '这条发言没有公开'}
      isQuiet={text === undefined}
      marks={
        <>
          {stance !== 'none' && <Chip text={stanceLabels[stance]} {...stanceLooks[stance]} />}
          {mark !== undefined && (
            <Chip text={mark} tone="calm" icon={takenDown === undefined ? 'hourglass' : 'eye-off'} />
          )}
        </>
      }
      note={takenDown && takenDownWords(takenDown)}
      flagLabel={`投诉 ${author} 的发言`}
      onFlag={isMine ? undefined : onFlag}
      onAppeal={takenDown?.canAppeal === true ? onAppeal : undefined}
    >
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
            <Pill
              text={replies === 0 ? '回复' : `${replies} 条回复`}
              icon="message-circle"
              label={`${replies === 0 ? '还没有回复' : `看 ${replies} 条回复`}，回复${who}`}
              onPress={onReply}
            />
          )}
        </View>
      )}
    </SaidRow>
  );
};
