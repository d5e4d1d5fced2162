import { Text } from '@tarojs/components';
import { refusalWords, type useSending } from '../../forms/use-sending.ts';
import { Card } from '../../ui/card.tsx';

const unanswered = '还没收到答复：可能已经记下，也可能没有。点「再试一次」，内容原样再发，不会记两遍。';

type Sending = Pick<ReturnType<typeof useSending>, 'isLocked' | 'isSending' | 'refusal'>;

/** Why it did not go, or that nobody knows whether it did. */
export const Warning = ({ sending: { isLocked, isSending, refusal } }: { sending: Sending }) => {
  const words = isLocked && !isSending ? unanswered : refusal && refusalWords(refusal);
  if (words === undefined) return null;
  return (
    <Card tone="warn">
      <Text>{words}</Text>
    </Card>
  );
};
