import type { PaperTotals } from '@suishoupai/shared/votes/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from '../../council.module.scss';
import { Figures } from '../../figures.tsx';
import { Refused } from '../../refused.tsx';
import { settlingProblem, type Totals, totalsOf } from '../settling.ts';

type Props = {
  paper: PaperTotals;
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onSettle: (totals: Totals) => void;
  onClose: () => void;
};

/** 对账: the sheets in the box against what was entered. */
export const SettleSheet = ({ paper, isRunning, isLocked, refusal, onSettle, onClose }: Props) => {
  const [typed, setTyped] = useState({ issued: '', returned: '', invalid: '' });
  const problem = settlingProblem(typed, paper);
  const line = (field: keyof typeof typed, label: string) => (
    <Field label={label}>
      <LineBox
        value={typed[field]}
        onChange={(value) => setTyped({ ...typed, [field]: value })}
        keyboard="number"
        maxLength={6}
        placeholder="几张"
        label={label}
        isDisabled={isRunning || isLocked}
      />
    </Field>
  );
  return (
    <Sheet isOpen title="纸质选票对账" onClose={onClose}>
      <View className={styles['stack']}>
        <Figures
          figures={[
            { name: '已录入、复核', amount: String(paper.entered) },
            { name: '重复，不算', amount: String(paper.refused) },
            { name: '等复核', amount: String(paper.waiting) },
          ]}
        />
        {line('issued', '一共发出')}
        {line('returned', '一共收回')}
        {line('invalid', '其中认不出、作废')}
        <View className={styles['submit']}>
          <Text className={styles['quiet']}>收回 = 已录入 + 重复 + 作废，才能公布结果</Text>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : (problem ?? '对上了，提交')}
            isLoading={isRunning}
            isDisabled={problem !== undefined && !isLocked}
            onPress={() => {
              const totals = totalsOf(typed);
              if (totals !== undefined) onSettle(totals);
            }}
          />
        </View>
      </View>
    </Sheet>
  );
};
