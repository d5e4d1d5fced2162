import type { Visit } from '@suishoupai/shared/fieldwork/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { callPhone } from '../../../platform/call-phone.ts';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { lookOf } from '../../../ui/ticket-look.ts';
import { echoWords, stillOpen } from '../echo.ts';
import styles from './visit-card.module.scss';

const consentWords: Record<Visit['consent'], string> = { spoken: '口头同意', written: '书面同意' };

const Line = ({ item: { text, answer, ticket } }: { item: Visit['items'][number] }) => (
  <View className={styles['item']}>
    <Text className={styles['text']}>{text}</Text>
    {answer !== undefined && <Text className={styles['note']}>当场答复：{answer}</Text>}
    {ticket !== undefined && (
      <Press
        className={styles['ticket']}
        role="link"
        label={`工单 ${ticket.number}，${lookOf(ticket.state).text}`}
        onPress={() => open(routes.handle(ticket.id))}
      >
        <Chip {...lookOf(ticket.state)} />
        <Text className={styles['number']}>工单 {ticket.number}</Text>
        <Icon name="chevron-right" size="mark" />
      </Press>
    )}
  </View>
);

/** One visit: what the household raised, and what came of each of it. */
export const VisitCard = ({ visit, now }: { visit: Visit; now: string }) => {
  const { household, phone, consent, by, at, items } = visit;
  return (
    <Card>
      <View className={styles['head']}>
        <Text className={styles['household']}>{household}</Text>
        <Chip text={echoWords(items)} tone={stillOpen(items) === 0 ? 'brand' : 'soon'} />
      </View>
      <Text className={styles['note']}>
        {shortTime(at, now)} · {by} · {consentWords[consent]}
      </Text>
      {phone !== undefined && (
        <Press className={styles['phone']} label={`给 ${household} 打电话`} onPress={() => callPhone(phone)}>
          <Icon name="phone" size="mark" />
          <Text>{phone}</Text>
        </Press>
      )}
      <Rows>
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </Rows>
    </Card>
  );
};
