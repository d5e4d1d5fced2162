import { shortTime } from '@suishoupai/shared/time/china';
import type { Objection } from '@suishoupai/shared/votes/contract';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Rows } from '../../../ui/rows.tsx';
import styles from '../../council.module.scss';

type Props = {
  objections: readonly Objection[];
  now: string;
  canAnswer: boolean;
  onAnswer: (objection: Objection) => void;
};

/** Objections, each with its answer or the button to give one. */
export const ObjectionsCard = ({ objections, now, canAnswer, onAnswer }: Props) => {
  const open = objections.filter(({ answer }) => answer === undefined).length;
  return (
    <Card title="异议" aside={open === 0 ? '都答复了' : `${open} 条待答复`}>
      <Rows>
        {objections.map((objection) => {
          const { id, words, who, at, isPublic, answer } = objection;
          return (
            <View key={id} className={styles['part']}>
              <Text className={styles['words']}>{words}</Text>
              <Text
                className={styles['quiet']}
              >{`${who} · ${shortTime(at, now)}${isPublic ? '' : ' · 内容没有公开'}`}</Text>
              {answer !== undefined && (
                <View className={styles['sunk']}>
                  <Text className={styles['words']}>{answer.words}</Text>
                  <Text className={styles['quiet']}>{`${answer.who} 答复 · ${shortTime(answer.at, now)}`}</Text>
                </View>
              )}
              {answer === undefined && canAnswer && (
                <Button
                  look="soft"
                  text="答复"
                  label={`答复：${words.slice(0, 20)}`}
                  onPress={() => onAnswer(objection)}
                />
              )}
            </View>
          );
        })}
      </Rows>
    </Card>
  );
};
