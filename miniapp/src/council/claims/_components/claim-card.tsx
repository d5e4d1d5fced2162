import type { ClaimForStaff } from '@suishoupai/shared/households/contract';
import { areaWords, bindingKindLabels, unitStatusLabels } from '@suishoupai/shared/households/labels';
import { placeWords } from '@suishoupai/shared/households/notices';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { callPhone } from '../../../platform/call-phone.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { PhotoStrip } from '../../../ui/photo-strip.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';
import { ownersWords, verdictOf } from '../verdict.ts';

type Props = {
  claim: ClaimForStaff;
  now: string;
  isRunning: boolean;
  onApprove: () => void;
  onRefuse: () => void;
};

const OnRoll = ({ claim }: { claim: ClaimForStaff }) => {
  const { unit } = claim;
  if (unit === undefined)
    return <Text className={styles['quiet']}>看看楼号、单元、房号是不是填错了，或名册该更新了。</Text>;
  return (
    <>
      <Text className={styles['quiet']}>
        {`${areaWords(unit.area)} · ${unitStatusLabels[unit.status]} · 已绑定 ${unit.bound} 人`}
      </Text>
      <Text className={styles['quiet']}>{`业主：${ownersWords(claim)}`}</Text>
    </>
  );
};

/** One request beside what the roll says. */
export const ClaimCard = ({ claim, now, isRunning, onApprove, onRefuse }: Props) => {
  const { name, idTail, phone, photos, as, at } = claim;
  const verdict = verdictOf(claim);
  return (
    <Card title={placeWords(claim)} aside={bindingKindLabels[as]}>
      <View className={styles['stack']}>
        <View>
          <View className={styles['line']}>
            <Text className={styles['strong']}>{name}</Text>
            {idTail !== undefined && <Text className={styles['quiet']}>{`证件尾号 ${idTail}`}</Text>}
          </View>
          <Text className={styles['quiet']}>{`${shortTime(at, now)} 申请`}</Text>
        </View>
        <View className={styles['sunk']}>
          <View className={styles['line']}>
            <Chip text={verdict.text} tone={verdict.tone} icon={verdict.isGood ? 'check' : 'circle-alert'} />
          </View>
          <OnRoll claim={claim} />
        </View>
        <Slot>
          {photos.length > 0 && (
            <PhotoStrip photos={photos.map(({ id, url }) => ({ id, url, thumbUrl: url }))} label="申请人的证明照片" />
          )}
          {phone !== undefined && (
            <Button look="soft" icon="phone" text={`打给申请人 ${phone}`} onPress={() => callPhone(phone)} />
          )}
        </Slot>
        <View className={styles['pair']}>
          <Button look="ghost" text="退回" label={`退回：${name}`} isDisabled={isRunning} onPress={onRefuse} />
          <Button
            look="soft"
            text="核对无误，通过"
            label={`核对无误，通过：${name}`}
            isDisabled={isRunning || !verdict.isGood}
            isLoading={isRunning}
            onPress={onApprove}
          />
        </View>
      </View>
    </Card>
  );
};
