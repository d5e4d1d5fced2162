import type { Vote } from '@suishoupai/shared/votes/contract';
import { secrecyWords } from '@suishoupai/shared/votes/labels';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { BallotControl } from '../_hooks/use-ballot.ts';
import { readBack, shortWords } from '../drafting.ts';
import styles from './confirm-sheet.module.scss';
import { slotName } from './my-card.tsx';

type Props = { vote: Vote; ballot: BallotControl };

/** The last question: what was chosen is read back before it goes. */
export const ConfirmSheet = ({ vote, ballot }: Props) => {
  const { asked, slot, isAgreed, agree, isSending, cast, takeBack } = ballot;
  if (asked === undefined || slot === undefined) return null;
  const lines = readBack(vote.question, asked);
  const name = slotName(slot);
  const isMissing = slot.isShared && !isAgreed;
  const later = vote.isChangeable ? '截止前可以改。' : '投出以后不能改，请看清楚。';
  return (
    <Sheet isOpen title="请核对您的选票" onClose={takeBack}>
      <Stack>
        <Prose text={vote.question.text} />
        <View className={cx(styles['box'], lines.length > 1 && styles['listed'])}>
          <Text className={styles['label']}>您选的是</Text>
          {lines.map((line) => (
            <Text key={line} className={styles['line']}>
              {line}
            </Text>
          ))}
          {name !== undefined && <Text className={styles['label']}>{name}</Text>}
        </View>
        <ReadAloud text={`${vote.question.text}。您选的是：${lines.join('，')}。对的话，请点确认投出。`} />
        {slot.isShared && (
          <ListRow
            role="checkbox"
            title="已经和共有人（家人）商量好，由我来投"
            isChecked={isAgreed}
            end={<Tick isOn={isAgreed} />}
            onPress={agree}
          />
        )}
        <Prose isQuiet text={`${secrecyWords[vote.secrecy]}。${later}`} />
        <Button
          isLarge
          text={isMissing ? '请先勾选已经商量好' : `确认投 ${shortWords(vote.question, asked)}`}
          isLoading={isSending}
          isDisabled={isMissing}
          onPress={cast}
        />
        <Button look="plain" text="不对，回去改" isDisabled={isSending} onPress={takeBack} />
      </Stack>
    </Sheet>
  );
};
