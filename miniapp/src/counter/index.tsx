import { useRouter } from '@tarojs/taro';
import { NothingNamed } from '../council/nothing-named.tsx';
import { Refused } from '../council/refused.tsx';
import { Stack } from '../rewards/_parts/parts.tsx';
import { open } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { LineBox } from '../ui/line-box.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Rows } from '../ui/rows.tsx';
import { Screen } from '../ui/screen.tsx';
import { Slot } from '../ui/slot.tsx';
import { useCounter } from './_hooks/use-counter.ts';
import { counterPages } from './_parts/counter-pages.ts';
import { HandSheet } from './_parts/hand-sheet.tsx';

const Counter = ({ communityId }: { communityId: string }) => {
  const control = useCounter(communityId);
  const { order, close, typed, setTyped, find, scan, isRunning, isStaff, refusal } = control;
  return (
    <Screen>
      <Card title="有人来领">
        <Stack>
          {scan !== undefined && <Button isLarge icon="camera" text="扫领取码" onPress={() => void scan()} />}
          <Field label="输六位领取码" hint="居民手机上「我的订单」里有">
            <LineBox
              value={typed}
              onChange={setTyped}
              maxLength={6}
              keyboard="number"
              placeholder="六位数"
              label="领取码，六位数"
              isDisabled={isRunning}
            />
          </Field>
          <Slot>
            <Refused refusal={refusal} />
          </Slot>
          <Button
            look={scan === undefined ? 'filled' : 'ghost'}
            isLarge
            text="看是什么"
            isLoading={isRunning}
            isDisabled={typed.length !== 6}
            onPress={() => void find(typed)}
          />
        </Stack>
      </Card>
      <Card isTight>
        <Rows>
          <ListRow
            icon="clipboard-list"
            title="订单"
            note="等着领的、领过的"
            onPress={() => open(counterPages.orders(communityId))}
          />
          {isStaff && (
            <ListRow
              icon="store"
              title="兑换品"
              note="上架、改价、调整库存"
              onPress={() => open(counterPages.rewards(communityId))}
            />
          )}
          {isStaff && (
            <ListRow
              icon="phone"
              title="替居民兑换"
              note="老人打电话来，核对身份以后替他换"
              onPress={() => open(counterPages.serve(communityId))}
            />
          )}
        </Rows>
      </Card>
      <Slot>
        {order !== undefined && (
          <HandSheet
            key={`${order.id} ${order.handed} ${order.state}`}
            order={order}
            control={control}
            onClose={close}
          />
        )}
      </Slot>
    </Screen>
  );
};

const CounterPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Counter communityId={communityId} />;
};

export default CounterPage;
