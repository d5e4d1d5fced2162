import type { Comment } from '@suishoupai/shared/comments/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Chip } from '../../ui/chip.tsx';
import { SaidRow } from '../../ui/said-row.tsx';
import { commentLook } from './comment-words.ts';

type Props = { comment: Comment; now: string; onFlag: () => void; onAppeal: () => void };

export const CommentRow = ({ comment, now, onFlag, onAppeal }: Props) => {
  const look = commentLook(comment);
  if (look === undefined) return null;
  const { text, mark, isQuiet, canAppeal, canFlag } = look;
  const { author, at, isMine } = comment;
  return (
    <SaidRow
      who={isMine ? '我' : author}
      when={shortTime(at, now)}
      text={text}
      isQuiet={isQuiet}
      marks={mark !== undefined && <Chip text={mark} tone="calm" icon={canAppeal ? 'eye-off' : 'hourglass'} />}
      flagLabel={`投诉 ${author} 的评论`}
      onFlag={canFlag ? onFlag : undefined}
      onAppeal={canAppeal ? onAppeal : undefined}
    />
  );
};
