import { Text } from '@tarojs/components';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Home } from '../_hooks/use-home.ts';
import styles from './elder-home.module.scss';
import { NearbyCard } from './nearby-card.tsx';

type Props = { home: Home; now: string };

/** Below the three choices: at most one open question, and what goes on nearby. */
export const ElderHome = ({ home: { mine, nearby }, now }: Props) => {
  const asked = mine.find(({ state }) => state === 'resolved' || state === 'closed');
  return (
    <>
      {asked !== undefined && (
        <Card>
          <Text className={styles['question']}>{`「${asked.title}」修好了吗？`}</Text>
          <Button look="ghost" text="去看看，说一声" onPress={() => open(routes.ticket(asked.id))} />
        </Card>
      )}
      <NearbyCard tickets={nearby} now={now} />
    </>
  );
};
