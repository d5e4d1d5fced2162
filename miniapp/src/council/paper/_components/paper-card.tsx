import { exactTime } from '@suishoupai/shared/time/china';
import type { PaperBallot } from '@suishoupai/shared/votes/contract';
import type { Question } from '@suishoupai/shared/votes/question';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { PhotoStrip } from '../../../ui/photo-strip.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { choiceWords } from '../../choice-words.ts';
import styles from '../../council.module.scss';

type Props = {
  paper: PaperBallot;
  question: Question | undefined;
  canDecide: boolean;
  isRunning: boolean;
  onConfirm: () => void;
  onReject: () => void;
};

const looks: Record<PaperBallot['state'], { text: string; tone: Tone }> = {
  waiting: { text: '等复核', tone: 'soon' },
  confirmed: { text: '已复核', tone: 'brand' },
  rejected: { text: '已退回', tone: 'calm' },
  refused: { text: '重复，不算', tone: 'calm' },
};

/** A sheet: its photo beside what was entered, for the second pair of eyes. */
export const PaperCard = ({ paper, question, canDecide, isRunning, onConfirm, onReject }: Props) => {
  const { units, state, choice, photo, enteredBy, receivedAt, reason, isMine } = paper;
  const mayReject = canDecide && !isMine && (state === 'waiting' || state === 'refused');
  return (
    <Card>
      <View className={styles['stack']}>
        <View className={styles['line']}>
          <Text className={styles['strong']}>{units.join('、')}</Text>
          <Chip {...looks[state]} />
        </View>
        <Slot>
          {photo !== undefined && (
            <PhotoStrip photos={[{ id: photo.id, url: photo.url, thumbUrl: photo.url }]} label="选票照片" />
          )}
          {choice !== undefined && question !== undefined && (
            <View className={styles['sunk']}>
              <Text className={styles['quiet']}>录入的是</Text>
              <Text className={styles['title']}>{choiceWords(question, choice)}</Text>
            </View>
          )}
          {reason !== undefined && <Text className={styles['words']}>{reason}</Text>}
        </Slot>
        <Text className={styles['quiet']}>{`${enteredBy} 录入 · 交票 ${exactTime(receivedAt)}`}</Text>
        <Slot>
          {state === 'waiting' && isMine && <Text className={styles['quiet']}>您录入的，要另一位工作人员复核</Text>}
          {mayReject && (
            <View className={styles['pair']}>
              <Button
                look="ghost"
                text="不对，退回"
                label={`不对，退回：${units.join('、')}`}
                isDisabled={isRunning}
                onPress={onReject}
              />
              {state === 'waiting' && (
                <Button
                  look="soft"
                  text="和照片一致"
                  label={`和照片一致：${units.join('、')}`}
                  isLoading={isRunning}
                  onPress={onConfirm}
                />
              )}
            </View>
          )}
        </Slot>
      </View>
    </Card>
  );
};
