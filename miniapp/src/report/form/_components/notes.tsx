import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Press } from '../../../ui/press.tsx';
import type { Report } from '../_hooks/use-report.ts';
import styles from './notes.module.scss';

/** What the person must know about the draft before going on. */
export const Notes = ({ report }: { report: Report }) => {
  const { isSubmitting, isOnline, wasRestored, refusal, isSaved, lostPhotos, startOver } = report;
  const said = (tone: 'info' | 'warn', text: string) => (
    <Card tone={tone}>
      <Text className={styles['text']}>{text}</Text>
    </Card>
  );
  return (
    <>
      {!isOnline && !isSubmitting && said('info', '现在没有网络。照常填，会存在手机里，有网时自动发出。')}
      {refusal !== undefined && said('warn', `上次没有发出：${refusal}`)}
      {!isSaved && said('warn', '手机存储满了，草稿没能存下来。请先提交，不要离开这一页。')}
      {lostPhotos > 0 && said('warn', `有 ${lostPhotos} 张照片上次没来得及上传，没能留住，请重新拍。已传好的都在。`)}
      {wasRestored && (
        <View className={styles['restored']}>
          <Text className={styles['quiet']}>上次没提交的内容都还在</Text>
          <Press className={styles['clear']} onPress={() => void startOver()}>
            <Text>清空重来</Text>
          </Press>
        </View>
      )}
    </>
  );
};
