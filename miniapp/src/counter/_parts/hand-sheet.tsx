import type { CounterOrder } from '@suishoupai/shared/rewards/contract';
import { orderStateLabels } from '@suishoupai/shared/rewards/labels';
import { exactTime, untilWords } from '@suishoupai/shared/time/china';
import { useState } from 'react';
import { Facts, HowMany, Line, Prose, Stack } from '../../rewards/_parts/parts.tsx';
import { orderLooks } from '../../rewards/_parts/words.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Shot } from '../../ui/shot.tsx';
import { Slot } from '../../ui/slot.tsx';
import type { CounterControl } from '../_hooks/use-counter.ts';

const rests = [
  { id: 'kept', name: '剩下的留着', note: '下次凭同一个码来领' },
  { id: 'refunded', name: '剩下的退回', note: '退回积分，东西还给大家换' },
] as const;

type Props = { order: CounterOrder; control: CounterControl; onClose: () => void };

/** What is behind a code: what and how many, and the handing over. */
export const HandSheet = ({ order, control, onClose }: Props) => {
  const left = order.count - order.handed;
  const [count, setCount] = useState(left);
  const [rest, setRest] = useState<(typeof rests)[number]['id']>('kept');
  const isPart = count < left;
  const isOpen = order.state === 'open';
  return (
    <Sheet isOpen title={order.title} onClose={onClose}>
      <Stack>
        <Slot>{order.photo !== undefined && <Shot url={order.photo.thumbUrl} label={order.title} />}</Slot>
        <Line>
          <Chip text={orderStateLabels[order.state]} {...orderLooks[order.state]} />
        </Line>
        <Facts
          facts={[
            ['数量', `${order.count} 件`],
            ['已领', order.handed === 0 ? undefined : `${order.handed} 件`],
            ['到哪里领', order.place],
            ['留到', isOpen ? untilWords(order.until) : undefined],
            [
              '结果',
              order.ended === undefined ? undefined : `${exactTime(order.ended.at)} ${orderStateLabels[order.state]}`,
            ],
          ]}
        />
        {isOpen ? (
          <Stack>
            {left > 1 && <HowMany label="这次交几件" count={Math.min(count, left)} most={left} onChange={setCount} />}
            {isPart && <Choices label="剩下的怎么办" choices={rests} chosen={rest} onChoose={setRest} />}
            <Button
              isLarge
              text={`交出 ${Math.min(count, left)} 件`}
              isLoading={control.isRunning}
              onPress={() => void control.hand(order, Math.min(count, left), isPart ? rest : undefined)}
            />
          </Stack>
        ) : (
          <Prose
            text={order.state === 'done' ? '这个码已经领过了，不要再交。' : '这笔订单不能领了，积分已退回本人。'}
          />
        )}
      </Stack>
    </Sheet>
  );
};
