import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { replace, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ResultHead } from '../../../ui/result-head.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { SixSteps } from '../../../ui/six-steps.tsx';
import styles from '../index.module.scss';
import { readOut } from '../read-out.ts';

const copy = (data: string): void => void Taro.setClipboardData({ data });

/** The number to read out while the resident is still on the telephone. */
export const Entered = ({ ticket, onAgain }: { ticket: TicketView; onAgain: () => void }) => {
  const words = readOut(ticket, useNow());
  return (
    <Screen
      foot={
        <>
          <Button look="ghost" text="再录一件" onPress={onAgain} />
          <Button text="去办理" onPress={() => replace(routes.handle(ticket.id))} />
        </>
      }
    >
      <ResultHead title="已登记，把编号念给居民">
        <Text className={styles['number']} userSelect>
          {ticket.number}
        </Text>
        <Button look="soft" icon="copy" text="复制编号" onPress={() => copy(ticket.number)} />
      </ResultHead>
      <Card>
        <SixSteps state={ticket.state} />
      </Card>
      <Card title="可以这样说" aside="复制" onAside={() => copy(words)}>
        <Text className={styles['words']}>{words}</Text>
      </Card>
    </Screen>
  );
};
