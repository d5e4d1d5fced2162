import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { replace, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { ResultHead } from '../../ui/result-head.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SixSteps } from '../../ui/six-steps.tsx';
import { useReported } from './_hooks/use-reported.ts';
import styles from './index.module.scss';
import { inHands, nextSteps } from './next-steps.ts';

/** What the title leaves unsaid: the kind and the place. */
const aboutOf = ({ title, categoryName, place, grid }: TicketView): string =>
  [categoryName === title ? undefined : categoryName, place.label ?? grid?.name].filter(Boolean).join(' · ');

const Reported = ({ ticket }: { ticket: TicketView }) => {
  const now = useNow();
  const { who, until } = inHands(ticket, now);
  return (
    <>
      <ResultHead title="收到了，谢谢您">
        <Text userSelect>编号 {ticket.number}</Text>
      </ResultHead>
      <Card>
        <View className={styles['what']}>
          <Text className={styles['title']}>{ticket.title}</Text>
          <Text className={styles['note']}>{aboutOf(ticket)}</Text>
        </View>
        <SixSteps state={ticket.state} />
        <View className={styles['hands']}>
          <Text className={styles['who']}>{who}</Text>
          <Text className={styles['until']}>{until}</Text>
        </View>
      </Card>
      <Card title="接下来会发生什么">
        {nextSteps(ticket, now).map((line, index) => (
          <View key={line} className={styles['step']}>
            <Text className={styles['order']}>{index + 1}</Text>
            <Text className={styles['line']}>{line}</Text>
          </View>
        ))}
      </Card>
      {ticket.isHeld && (
        <Text className={styles['held']}>照片和文字要先过安全检查，通过了邻居才看得到；处理的人现在就能看到</Text>
      )}
    </>
  );
};

const ReportedPage = () => {
  const { view, reload } = useReported();
  const id = view.state === 'ready' ? view.data.id : undefined;
  return (
    <Screen
      foot={
        id === undefined ? undefined : (
          <>
            <Button look="ghost" text="再拍一件" onPress={() => replace(routes.report())} />
            <Button text="看进展" onPress={() => replace(routes.ticket(id))} />
          </>
        )
      }
    >
      <Loaded view={view} onRetry={() => void reload()}>
        {(ticket) => <Reported ticket={ticket} />}
      </Loaded>
    </Screen>
  );
};

export default ReportedPage;
