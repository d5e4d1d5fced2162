import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Press } from '../../../ui/press.tsx';
import type { Report } from '../_hooks/use-report.ts';
import styles from './notes.module.scss';

/** What the person must know about the draft before going on. */
export const Notes = ({ report }: { report: Report }) => {
  const { isLocked, isSubmitting, wasRestored, isSaved, lostPhotos, startOver } = report;
  const clear = (text: string) => (
    <Press className={styles['clear']} onPress={() => void startOver()}>
      <Text>{text}</Text>
    </Press>
  );
  return (
    <>
      {isLocked && !isSubmitting && (
        <Card tone="info" title="还没收到答复">
          <Text className={styles['text']}>
            上一次提交可能已经成功，也可能没有。网络好了点「再试一次」：内容原样再发，不会重复上报。
          </Text>
          {clear('不再试了，清空')}
        </Card>
      )}
      {!isSaved && (
        <Card tone="warn">
          <Text className={styles['text']}>手机存储满了，草稿没能存下来。请先提交，不要离开这一页。</Text>
        </Card>
      )}
      {lostPhotos > 0 && (
        <Card tone="warn">
          <Text className={styles['text']}>
            有 {lostPhotos} 张照片上次没来得及上传，没能留住，请重新拍。已传好的都在。
          </Text>
        </Card>
      )}
      {wasRestored && !isLocked && (
        <View className={styles['restored']}>
          <Text className={styles['quiet']}>上次没提交的内容都还在</Text>
          {clear('清空重来')}
        </View>
      )}
    </>
  );
};
