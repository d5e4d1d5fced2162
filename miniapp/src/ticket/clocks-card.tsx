import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../routes.ts';
import { aria } from '../ui/aria.ts';
import { Card } from '../ui/card.tsx';
import { Chip } from '../ui/chip.tsx';
import { clockLook, plainClocks, stageLooks } from './clock-words.ts';
import styles from './clocks-card.module.scss';
import { StageLine } from './stage-line.tsx';

/** Every limit in words, met or not; the stages of the work on a line of their own. */
export const ClocksCard = ({ ticket, now }: { ticket: TicketView; now: string }) => {
  const looks = plainClocks(ticket.clocks).map((clock) => ({
    key: `${clock.name} ${clock.dueAt}`,
    ...clockLook(clock, now),
  }));
  const stages = stageLooks(ticket.stages, ticket.clocks, now);
  if (looks.length === 0 && stages.length === 0) return null;
  return (
    <Card title="时限" aside="责任清单" onAside={() => open(routes.duty(ticket.communityId))}>
      {stages.length > 0 && <StageLine stages={stages} />}
      <View className={styles['clocks']} {...aria({ role: 'list' })}>
        {looks.map(({ key, title, word, tone, icon, note }) => (
          <View key={key} className={styles['clock']} {...aria({ role: 'listitem' })}>
            <View className={styles['words']}>
              <Text className={styles['title']}>{title}</Text>
              {note !== '' && <Text className={styles['note']}>{note}</Text>}
            </View>
            <Chip text={word} tone={tone} icon={icon} />
          </View>
        ))}
      </View>
    </Card>
  );
};
