import type { Claim } from '@suishoupai/shared/households/contract';
import { bindingKindLabels, claimStateLabels } from '@suishoupai/shared/households/labels';
import { placeWords } from '@suishoupai/shared/households/notices';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { Prose } from '../../prose.tsx';
import styles from './claim-card.module.scss';

const looks: Record<Claim['state'], { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'soon', icon: 'hourglass' },
  approved: { tone: 'brand', icon: 'circle-check' },
  refused: { tone: 'calm', icon: 'circle-x' },
  withdrawn: { tone: 'calm', icon: 'undo-2' },
  ended: { tone: 'calm', icon: 'minus' },
};

const nextWords: Record<Claim['state'], string> = {
  waiting: '社区正在和名册核对，一般一两个工作日。',
  approved: '可以附议、发言，有表决时按名册投票。',
  refused: '可以改正后再申请，或带证件到社区现场办。',
  withdrawn: '',
  ended: '',
};

type Props = { claim: Claim; now: string; isRunning: boolean; onWithdraw: () => void };

export const ClaimCard = ({ claim, now, isRunning, onWithdraw }: Props) => {
  const { as, state, reason, at, decidedAt } = claim;
  const isOpen = state === 'waiting' || state === 'approved';
  return (
    <Card>
      <View className={styles['top']}>
        <Text className={styles['place']}>{placeWords(claim)}</Text>
        <Chip text={claimStateLabels[state]} {...looks[state]} />
      </View>
      <Prose
        isQuiet
        text={[
          `${bindingKindLabels[as]} · ${shortTime(decidedAt ?? at, now)}${decidedAt === undefined ? ' 申请' : ''}`,
          nextWords[state],
        ]
          .filter(Boolean)
          .join('\n')}
      />
      {reason !== undefined && <Prose text={`理由：${reason}`} />}
      {isOpen && (
        <View className={styles['act']}>
          <Button
            look="plain"
            text={state === 'waiting' ? '撤回申请' : '我不住这里了'}
            isLoading={isRunning}
            onPress={onWithdraw}
          />
        </View>
      )}
    </Card>
  );
};
