import type { Comment } from '@suishoupai/shared/comments/contract';
import { Text, View } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Slot } from '../../ui/slot.tsx';
import { CommentRow } from './comment-row.tsx';
import styles from './comments-card.module.scss';
import type { Comments } from './use-comments.ts';

type Props = {
  comments: Comments;
  now: string;
  /** Appealed just now: the list does not know it yet. */
  appealed: ReadonlySet<string>;
  onWrite: () => void;
  onFlag: (comment: Comment) => void;
  onAppeal: (comment: Comment) => void;
};

/** What neighbours add, newest first. That it could not be had disturbs nothing else. */
export const CommentsCard = ({ comments, now, appealed, onWrite, onFlag, onAppeal }: Props) => {
  const { pages, mine } = comments;
  const { view, tail } = pages;
  const known = new Set(mine.map(({ id }) => id));
  const listed = view.state === 'ready' ? view.data.filter(({ id }) => !known.has(id)) : [];
  const isNone = mine.length === 0 && (view.state === 'empty' || (view.state === 'ready' && listed.length === 0));
  const row = (comment: Comment) => (
    <CommentRow
      key={comment.id}
      comment={appealed.has(comment.id) ? { ...comment, safety: 'appealed' } : comment}
      now={now}
      onFlag={() => onFlag(comment)}
      onAppeal={() => onAppeal(comment)}
    />
  );
  return (
    <Card title="邻居说">
      <Button look="soft" icon="message-circle" text="说一句" onPress={onWrite} />
      <View className={styles['list']} {...aria({ role: 'list' })}>
        <Slot>{mine.map(row)}</Slot>
        <Slot>{listed.map(row)}</Slot>
      </View>
      <Slot>{isNone && <Text className={styles['none']}>还没有人说话。您知道更多情况，可以写在这里。</Text>}</Slot>
      <Slot>
        {view.state === 'error' && <ListTail tail="failed" onMore={() => void pages.reload()} />}
        {view.state === 'ready' && tail !== 'end' && <ListTail tail={tail} onMore={() => void pages.more()} />}
      </Slot>
    </Card>
  );
};
