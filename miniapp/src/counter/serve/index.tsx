import { UnitCode } from '@suishoupai/shared/households/contract';
import type { RewardCard } from '@suishoupai/shared/rewards/contract';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { Refused } from '../../council/refused.tsx';
import { Submit } from '../../forms/submit.tsx';
import { Facts, HowMany, Prose, Stack } from '../../rewards/_parts/parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { type ServeControl, useServe } from './_hooks/use-serve.ts';

const asWords = { owner: '业主', member: '家里人' } as const;

const WhoCard = ({ control }: { control: ServeControl }) => {
  const { unit, setUnit, lookUp, isLooking, people, person, setPerson } = control;
  return (
    <Card title="替谁换">
      <Stack>
        <Field label="门牌" hint="楼-单元-房号，比如 3-1-501；没有单元写 5--101">
          <LineBox value={unit} onChange={setUnit} maxLength={40} placeholder="3-1-501" label="门牌" icon="house" />
        </Field>
        <Button
          look="soft"
          text="找这一户的人"
          isLoading={isLooking}
          isDisabled={!z.safeParse(UnitCode, unit.trim()).success}
          onPress={() => void lookUp()}
        />
        <Slot>{people?.length === 0 && <Prose text="这一户还没有人认证过房屋，不能代办。请先到窗口认证。" />}</Slot>
        <Slot>
          {people !== undefined && people.length > 0 && (
            <Choices
              label="替谁换"
              choices={people.map(({ personId, name, as, free }) => ({
                id: personId,
                name,
                note: `${asWords[as]} · 可用 ${free} 积分`,
              }))}
              chosen={person?.personId}
              onChoose={(id) => setPerson(people.find(({ personId }) => personId === id))}
            />
          )}
        </Slot>
        <Prose isQuiet text="每次查看都有记录，本人在「谁看过我的信息」里看得到。" />
      </Stack>
    </Card>
  );
};

const WhatCard = ({ rewards, control }: { rewards: readonly RewardCard[]; control: ServeControl }) => {
  const { reward, setReward, count, setCount } = control;
  return (
    <Card title="换什么">
      <Stack>
        <Choices
          label="换什么"
          choices={rewards.map(({ id, title, price, left }) => ({
            id,
            name: title,
            note: `${price} 积分 · 剩 ${left} 件`,
          }))}
          chosen={reward?.id}
          onChoose={(id) => setReward(rewards.find((each) => each.id === id))}
        />
        <Slot>
          {reward !== undefined && (
            <HowMany
              label="换几件"
              count={count}
              most={Math.min(reward.left, rewardLimits.count)}
              onChange={setCount}
            />
          )}
        </Slot>
      </Stack>
    </Card>
  );
};

const missingIn = ({ person, reward, checked }: ServeControl): string | undefined => {
  if (person === undefined) return '请先找到这个人';
  if (reward === undefined) return '请选换什么';
  return checked.trim().length < 2 ? '请写怎么核对的身份' : undefined;
};

const Serve = ({ communityId }: { communityId: string }) => {
  const control = useServe(communityId);
  const { view, reload, person, reward, count, checked, setChecked, redeem, isSending, isLocked, refusal } = control;
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missingIn(control)}
          text={`念给他听，替他换 · ${(reward?.price ?? 0) * count} 积分`}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void redeem()}
        />
      }
    >
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <WhoCard control={control} />
      <Loaded view={view} onRetry={() => void reload()} empty={<EmptyState icon="store" title="现在没有可换的" />}>
        {(rewards) => <WhatCard rewards={rewards} control={control} />}
      </Loaded>
      <Card title="念一遍，问他对不对">
        <Stack>
          <Facts
            facts={[
              ['谁', person === undefined ? undefined : `${person.name}，可用 ${person.free} 积分`],
              ['换', reward === undefined ? undefined : `${reward.title} ${count} 件，${reward.price * count} 积分`],
            ]}
          />
          <Field label="怎么核对的身份" hint="本人的积分明细里看得到这句话">
            <LineBox
              value={checked}
              onChange={setChecked}
              maxLength={rewardLimits.reason}
              placeholder="比如 回拨登记的电话，报对了生日"
              label="怎么核对的身份"
            />
          </Field>
        </Stack>
      </Card>
    </Screen>
  );
};

const ServePage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Serve communityId={communityId} />;
};

export default ServePage;
