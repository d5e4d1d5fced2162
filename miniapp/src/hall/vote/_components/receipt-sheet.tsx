import type { Vote } from '@suishoupai/shared/votes/contract';
import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { ResultHead } from '../../../ui/result-head.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { BallotControl } from '../_hooks/use-ballot.ts';
import styles from './my-card.module.scss';

type Props = { vote: Vote; ballot: BallotControl };

/** The service has the ballot: the code by which it can be found again. */
export const ReceiptSheet = ({ vote, ballot: { receipt, slot, closeReceipt } }: Props) => {
  if (receipt === undefined) return null;
  const { code } = receipt;
  return (
    <Sheet isOpen title="回执" onClose={closeReceipt}>
      <Stack>
        <ResultHead title="您的选票已经投出">
          <Text className={styles['code']} userSelect>
            {code}
          </Text>
          <Button look="soft" icon="copy" text="复制回执" onPress={() => void Taro.setClipboardData({ data: code })} />
        </ResultHead>
        <Prose
          isQuiet
          text="回执已记在这部手机里，也可以截图或抄下来。它看不出您投了什么；截止以后，凭它能查到您的选票确实计入了结果。"
        />
        <Button text="知道了" isLarge onPress={closeReceipt} />
        {slot !== undefined && (
          <Button
            look="plain"
            text="怎么核对"
            onPress={() => {
              closeReceipt();
              open(routes.proof(vote.id, slot.slot));
            }}
          />
        )}
      </Stack>
    </Sheet>
  );
};
