import type { Owner, RollUnit } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import { placeWords } from '@suishoupai/shared/households/notices';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';
import { Refused } from '../../refused.tsx';
import { saleProblem, writtenOwners } from '../sale.ts';

type Props = {
  unit: RollUnit;
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onSell: (sale: { owners: Owner[]; reason: string }) => void;
  onClose: () => void;
};

/** Who owns a unit from now on. */
export const SaleSheet = ({ unit, isRunning, isLocked, refusal, onSell, onClose }: Props) => {
  const [owners, setOwners] = useState<Owner[]>([{ name: '', idTail: '' }]);
  const [reason, setReason] = useState('');
  const problem = saleProblem(owners, reason);
  const isStill = isRunning || isLocked;
  const write = (at: number, change: Partial<Owner>) =>
    setOwners((all) => all.map((owner, i) => (i === at ? { ...owner, ...change } : owner)));
  return (
    <Sheet isOpen title={`${placeWords(unit)} 过户`} onClose={onClose}>
      <View className={styles['stack']}>
        <Text className={styles['quiet']}>正在进行的表决里：卖方已经投的票算数；还没投的，由新业主投。</Text>
        <Field label="新业主">
          {owners.map((owner, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
            <View key={at} className={styles['pair']}>
              <LineBox
                value={owner.name}
                onChange={(name) => write(at, { name })}
                maxLength={householdLimits.ownerName}
                placeholder="姓名"
                label={`第 ${at + 1} 位姓名`}
                isDisabled={isStill}
              />
              <LineBox
                value={owner.idTail}
                onChange={(idTail) => write(at, { idTail: idTail.toUpperCase() })}
                maxLength={4}
                placeholder="证件后四位"
                label={`第 ${at + 1} 位证件后四位`}
                isDisabled={isStill}
              />
            </View>
          ))}
          <Slot>
            {owners.length < householdLimits.owners && (
              <Button
                look="soft"
                icon="plus"
                text="还有共有人"
                isDisabled={isStill}
                onPress={() => setOwners((all) => [...all, { name: '', idTail: '' }])}
              />
            )}
          </Slot>
        </Field>
        <Field label="依据">
          <LineBox
            value={reason}
            onChange={setReason}
            maxLength={householdLimits.reason}
            placeholder="比如 不动产权证 2026-11-20 登记"
            isDisabled={isStill}
          />
        </Field>
        <View className={styles['submit']}>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : (problem ?? '登记过户')}
            isLoading={isRunning}
            isDisabled={problem !== undefined && !isLocked}
            onPress={() => onSell({ owners: writtenOwners(owners), reason: reason.trim() })}
          />
        </View>
      </View>
    </Sheet>
  );
};
