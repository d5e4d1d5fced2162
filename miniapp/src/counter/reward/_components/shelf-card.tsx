import type { RewardForStaff } from '@suishoupai/shared/rewards/contract';
import { rewardLineLabels, rewardStateLabels } from '@suishoupai/shared/rewards/labels';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { exactTime } from '@suishoupai/shared/time/china';
import { useState } from 'react';
import { Facts, Prose, Stack } from '../../../rewards/_parts/parts.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { RewardForm } from '../_hooks/use-reward-form.ts';

const CorrectSheet = ({ reward, form, onClose }: { reward: RewardForStaff; form: RewardForm; onClose: () => void }) => {
  const [isMore, setMore] = useState(true);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const delta = (isMore ? 1 : -1) * Number(amount);
  const isReady = /^\d+$/.test(amount) && delta !== 0 && reason.trim().length >= 2;
  return (
    <Sheet isOpen title="调整库存" onClose={onClose}>
      <Stack>
        <Pills label="加还是减">
          <Pill text="加" isChosen={isMore} onPress={() => setMore(true)} />
          <Pill text="减" isChosen={!isMore} onPress={() => setMore(false)} />
        </Pills>
        <Field label="几件" hint={`现在还剩 ${reward.left} 件，减不到零以下`}>
          <LineBox value={amount} onChange={setAmount} maxLength={6} keyboard="number" placeholder="件数" />
        </Field>
        <TextArea
          value={reason}
          onChange={setReason}
          maxLength={rewardLimits.reason}
          placeholder="为什么调整，比如 补货、破损"
          label="调整的理由"
        />
        <Button
          text={isMore ? `加 ${amount || '…'} 件` : `减 ${amount || '…'} 件`}
          isLoading={form.isRunning}
          isDisabled={!isReady}
          onPress={() => void form.correct(reward, delta, reason.trim()).then((isDone) => isDone && onClose())}
        />
      </Stack>
    </Sheet>
  );
};

/** How a reward stands, what was given out, and what was done to it. */
export const ShelfCard = ({ reward, form }: { reward: RewardForStaff; form: RewardForm }) => {
  const [isOpen, setOpen] = useState(false);
  const { state, left, granted, initial, version, lines } = reward;
  const isOn = state === 'onShelf';
  return (
    <>
      <Card title={`${rewardStateLabels[state]} · 第 ${version} 版`}>
        <Stack>
          <Facts
            facts={[
              ['总数', `${initial} 件`],
              ['换出', `${granted} 件`],
              ['还剩', `${left} 件`],
            ]}
          />
          <Button
            look={isOn ? 'ghost' : 'filled'}
            text={isOn ? '下架' : '上架，大家都看得到'}
            isLoading={form.isRunning}
            onPress={() => void form.step(reward, isOn ? 'withdraw' : 'shelve')}
          />
          <Button look="soft" text="调整库存" onPress={() => setOpen(true)} />
        </Stack>
      </Card>
      <Card title="经过">
        <Stack>
          {lines.map(({ id, at, what, by, delta, reason }) => (
            <Prose
              key={id}
              isQuiet
              text={[
                `${exactTime(at)} ${by} ${rewardLineLabels[what]}`,
                delta === undefined ? '' : ` ${delta > 0 ? '+' : ''}${delta} 件`,
                reason === undefined ? '' : `：${reason}`,
              ].join('')}
            />
          ))}
        </Stack>
      </Card>
      {isOpen && <CorrectSheet reward={reward} form={form} onClose={() => setOpen(false)} />}
    </>
  );
};
