import { commentLimits } from '@suishoupai/shared/comments/contract';
import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './comment-sheet.module.scss';
import type { Comments } from './use-comments.ts';

type Props = { comments: Comments; onClose: () => void };

export const CommentSheet = ({ comments: { draft, setDraft, isRunning, send }, onClose }: Props) => {
  const submit = async () => {
    if (await send()) onClose();
  };
  return (
    <Sheet isOpen title="说一句" onClose={onClose}>
      <View className={styles['form']}>
        <TextArea
          value={draft}
          onChange={setDraft}
          maxLength={commentLimits.text}
          placeholder="您看到的情况，比如「今天早上又堵了」"
          label="评论"
          isDisabled={isRunning}
        />
        <View className={styles['under']}>
          <Text>大家都能看到，请不要写姓名、电话和门牌号</Text>
          <Text className={styles['count']}>
            {draft.length} / {commentLimits.text}
          </Text>
        </View>
        <Button
          text="发出"
          isLarge
          isLoading={isRunning}
          isDisabled={draft.trim() === ''}
          onPress={() => void submit()}
        />
      </View>
    </Sheet>
  );
};
