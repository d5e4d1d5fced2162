import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { exactTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import styles from './facts-card.module.scss';

const clockOf = (iso: string): string => exactTime(iso).split(' ')[1] ?? '';

const spanWords = ({ startsAt, endsAt }: Meeting): string => {
  const [day, from] = exactTime(startsAt).split(' ');
  const [lastDay] = exactTime(endsAt).split(' ');
  return day === lastDay ? `${day} ${from}–${clockOf(endsAt)}` : `${day} ${from} 到 ${exactTime(endsAt)}`;
};

type Props = { meeting: Meeting; onRemember: (() => void) | undefined };

/** When, where, who, and what was changed since it was announced. */
export const FactsCard = ({ meeting, onRemember }: Props) => {
  const { place, online, invited, chair, recorder, changes, announcedAt, noticeDays } = meeting;
  const facts: [string, string | undefined][] = [
    ['时间', spanWords(meeting)],
    ['地点', place],
    ['线上', online],
    ['请谁来', invited],
    ['主持', chair],
    ['记录', recorder],
  ];
  return (
    <Card>
      <Stack>
        {facts.map(
          ([name, words]) =>
            words !== undefined && (
              <View key={name} className={styles['fact']}>
                <Text className={styles['name']}>{name}</Text>
                <Text className={styles['words']} userSelect>
                  {words}
                </Text>
              </View>
            ),
        )}
        {onRemember !== undefined && (
          <Button look="soft" icon="calendar-plus" text="加到手机日历" onPress={onRemember} />
        )}
        <Prose isQuiet text={`${exactTime(announcedAt)} 通知，提前 ${noticeDays} 天`} />
        {changes.map(({ at, words }) => (
          <Prose key={at} isQuiet text={`${exactTime(at)} 改动：${words}`} />
        ))}
      </Stack>
    </Card>
  );
};
