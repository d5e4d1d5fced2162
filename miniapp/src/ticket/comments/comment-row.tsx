import type { Comment } from '@suishoupai/shared/comments/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Press } from '../../ui/press.tsx';
import styles from './comment-row.module.scss';
import { commentLook } from './comment-words.ts';

type Props = { comment: Comment; now: string; onFlag: () => void; onAppeal: () => void };

export const CommentRow = ({ comment, now, onFlag, onAppeal }: Props) => {
  const look = commentLook(comment);
  if (look === undefined) return null;
  const { text, mark, isQuiet, canAppeal, canFlag } = look;
  const { author, at, isMine } = comment;
  return (
    <View className={styles['comment']} {...aria({ role: 'listitem' })}>
      <View className={styles['head']}>
        <Text className={styles['author']}>{isMine ? '我' : author}</Text>
        <Text className={styles['time']}>{shortTime(at, now)}</Text>
        {mark !== undefined && <Chip text={mark} tone="calm" icon={canAppeal ? 'eye-off' : 'hourglass'} />}
        {canFlag && (
          <Press className={styles['more']} label={`投诉 ${author} 的评论`} onPress={onFlag}>
            <Icon name="ellipsis" />
          </Press>
        )}
      </View>
      <Text className={cx(styles['text'], isQuiet && styles['quiet'])}>{text}</Text>
      {canAppeal && (
        <Press className={styles['appeal']} role="link" onPress={onAppeal}>
          <Text>觉得不该隐藏？申诉</Text>
        </Press>
      )}
    </View>
  );
};
