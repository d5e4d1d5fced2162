import { timeLeft } from '@suishoupai/shared/time/china';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { Card } from '../../../ui/card.tsx';
import { Bar } from '../../bar.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';

const wordsOf = ({ state, supports, threshold, dueAt, isLate }: Topic, now: string): string => {
  const left = dueAt === undefined ? undefined : timeLeft(dueAt, now).text;
  if (state === 'proposed') {
    const missing = Math.max(0, threshold - supports);
    return `再有 ${missing} 位邻居附议，社区就必须受理，或者说明为什么不受理。${left === undefined ? '' : `征集时间${left}。`}`;
  }
  if (state === 'lapsed') return `到期没有满 ${threshold} 人，这次就到这里。事情还在的话，可以换个说法再提。`;
  if (isLate) return '附议已满，社区还没有答复，已经超过期限，街道看得到。';
  return `附议已满，社区必须受理，或者说明为什么不受理。${left === undefined ? '' : `答复时间${left}。`}`;
};

/** How much support there is, how much it takes, and what follows. */
export const SupportCard = ({ topic, now }: { topic: Topic; now: string }) => {
  const { supports, threshold } = topic;
  return (
    <Card title="附议" aside={topic.isSupported ? '您已附议' : undefined}>
      <Stack>
        <Bar
          label={`${supports} 人附议`}
          value={`满 ${threshold} 人`}
          part={supports}
          whole={threshold}
          isMet={supports >= threshold}
        />
        <Prose isQuiet text={wordsOf(topic, now)} />
      </Stack>
    </Card>
  );
};
