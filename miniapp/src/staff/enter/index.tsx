import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Press } from '../../ui/press.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Entered } from './_components/entered.tsx';
import { WhatCard } from './_components/what-card.tsx';
import { WhereCard } from './_components/where-card.tsx';
import { WhoCard } from './_components/who-card.tsx';
import { useEnter } from './_hooks/use-enter.ts';
import styles from './index.module.scss';

const unanswered = '还没收到答复：可能已经录成，也可能没有。点「再试一次」，内容原样再发，不会录两遍。';

const Form = ({ communityId, onDone }: { communityId: string; onDone: (ticket: TicketView) => void }) => {
  const enter = useEnter(communityId, onDone);
  const { missing, isLocked, isSubmitting, isSaved, refusal, submit, startOver } = enter;
  const text = isLocked && !isSubmitting ? '再试一次' : '登记';
  const warning = isLocked && !isSubmitting ? unanswered : refusal;
  return (
    <Screen
      foot={
        <Button
          isLarge
          look={missing === undefined ? 'filled' : 'soft'}
          text={missing ?? text}
          isLoading={isSubmitting}
          isDisabled={missing !== undefined}
          onPress={() => void submit()}
        />
      }
    >
      <Slot>
        {warning !== undefined && (
          <Card tone="warn">
            <Text className={styles['text']}>{warning}</Text>
          </Card>
        )}
        {!isSaved && (
          <Card tone="warn">
            <Text className={styles['text']}>手机存储满了，写的没能存下来。请先登记，不要离开这一页。</Text>
          </Card>
        )}
      </Slot>
      <WhoCard enter={enter} />
      <WhatCard enter={enter} />
      <WhereCard enter={enter} />
      <View>
        <Press className={styles['clear']} onPress={() => void startOver()}>
          <Text>清空重来</Text>
        </Press>
      </View>
    </Screen>
  );
};

const Page = () => {
  const personId = useMe()?.id;
  const communityId = useRouter().params['communityId'] ?? '';
  const [entered, setEntered] = useState<TicketView>();
  if (entered !== undefined) return <Entered ticket={entered} onAgain={() => setEntered(undefined)} />;
  return <Form key={personId} communityId={communityId} onDone={setEntered} />;
};

export default Page;
