import type { Choice } from '@suishoupai/shared/votes/choice';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { optionWords } from '@suishoupai/shared/votes/labels';
import { Text } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { BallotControl } from '../_hooks/use-ballot.ts';
import styles from './elder-ask.module.scss';
import { slotName } from './my-card.tsx';

type Props = { vote: Vote; ballot: BallotControl };

/** One question and three big buttons; whichever is tapped is read back before it counts. */
export const ElderAsk = ({ vote, ballot }: Props) => {
  const { question } = vote;
  const { slot, ask, isChanging, keep } = ballot;
  const name = slot && slotName(slot);
  const answers: { text: string; choice: Choice }[] = [
    ...question.options.map(({ id }) => ({ text: optionWords(question, id), choice: { option: id } })),
    { text: '弃权', choice: { abstain: true as const } },
  ];
  return (
    <Card>
      <Stack>
        <Text className={styles['question']}>{question.text}</Text>
        <ReadAloud text={`${question.text}。请选：${answers.map(({ text }) => text).join('，')}。`} />
        {answers.map(({ text, choice }) => (
          <Button key={text} look="ghost" isLarge text={text} onPress={() => ask(choice)} />
        ))}
        {isChanging && <Button look="plain" text="不改了" onPress={keep} />}
        <Prose isQuiet text={`${name === undefined ? '' : `${name}。`}点了以后还会再问您一遍，不会马上投出去。`} />
      </Stack>
    </Card>
  );
};
