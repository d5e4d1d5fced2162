import type { DutyDocument } from '@suishoupai/shared/duty/routes';
import { effectiveWords } from '@suishoupai/shared/duty/words';
import { Text } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';

type Props = { newest: DutyDocument | undefined; now: string };

/** Which version the changes start from, and what that means. */
export const Basis = ({ newest, now }: Props) => {
  if (newest === undefined)
    return (
      <Card tone="info">
        <Text>社区还没有责任清单，这是第 1 版。</Text>
      </Card>
    );
  const isComing = newest.effectiveFrom > now;
  return (
    <Card tone={isComing ? 'warn' : 'info'}>
      <Text>
        {isComing
          ? `第 ${newest.version} 版 ${effectiveWords(newest, now)}，还没到。您的改动接在它后面，不会早于它生效。`
          : `在第 ${newest.version} 版上改。点一类，改好记下，最后一起发布；发布前只有您看得到。`}
      </Text>
    </Card>
  );
};
