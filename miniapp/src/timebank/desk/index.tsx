import { flagReasonLabel } from '@suishoupai/shared/moderation/contract';
import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { ExchangeRow } from '../exchange-row.tsx';
import { Missing, SignedIn, Stack, Words } from '../parts.tsx';
import styles from '../timebank.module.scss';
import { Acting } from './_components/acting.tsx';
import { Promising } from './_components/promising.tsx';
import { useDesk } from './_hooks/use-desk.ts';

const parts = [
  ['waiting', '待办'],
  ['acting', '替人代办'],
  ['promising', '答应时长'],
] as const;
type Part = (typeof parts)[number][0];

const whyOf = ({ reasons, note }: { reasons: readonly (keyof typeof flagReasonLabel)[]; note?: string | undefined }) =>
  note === undefined
    ? reasons.length === 0
      ? '没有通过自动审核'
      : `有人投诉：${reasons.map((reason) => flagReasonLabel[reason]).join('、')}`
    : `申诉：${note}`;

const Desk = ({ communityId }: { communityId: string }) => {
  const { view, reload, judge } = useDesk(communityId);
  const [part, setPart] = useState<Part>('waiting');
  return (
    <Screen>
      <PillLine label="做什么">
        {parts.map(([each, name]) => (
          <Pill key={each} text={name} isChosen={part === each} onPress={() => setPart(each)} />
        ))}
      </PillLine>
      {part === 'acting' && <Acting communityId={communityId} />}
      {part !== 'acting' && (
        <Loaded view={view} onRetry={() => void reload()}>
          {({ items, pool }) =>
            part === 'promising' ? (
              <Promising communityId={communityId} free={pool.free} />
            ) : (
              <Stack>
                <Card isTight>
                  <ListRow
                    icon="house"
                    title="互助池"
                    note={`还能答应 ${minutesWords(pool.free)}，答应了 ${minutesWords(pool.promised)}`}
                    onPress={() => open(routes.pool(communityId))}
                  />
                </Card>
                {items.length === 0 && <EmptyState icon="check" title="没有要办的" />}
                {items.map((item) =>
                  item.kind === 'exchange' ? (
                    <Card key={item.card.id} isTight>
                      <ExchangeRow card={item.card} />
                    </Card>
                  ) : (
                    <Card key={item.listingId}>
                      <Stack>
                        <Words text={item.words} />
                        <Words isQuiet text={whyOf(item)} />
                        {item.mayJudge ? (
                          <View className={styles['pair']}>
                            <Button look="soft" text="公开" onPress={() => judge(item.listingId, 'pass')} />
                            <Button look="ghost" text="不公开" onPress={() => judge(item.listingId, 'hidden')} />
                          </View>
                        ) : (
                          <Words isQuiet text="这条由另一位同事来看。" />
                        )}
                      </Stack>
                    </Card>
                  ),
                )}
              </Stack>
            )
          }
        </Loaded>
      )}
    </Screen>
  );
};

const Page = () => {
  const { communityId } = useRouter().params;
  return (
    <SignedIn why="登录后办理时间银行。">
      {communityId === undefined ? <Missing title="没有找到" /> : <Desk communityId={communityId} />}
    </SignedIn>
  );
};

export default Page;
