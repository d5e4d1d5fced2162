import type { CommunityId } from '@suishoupai/shared/ids';
import { exactTime } from '@suishoupai/shared/time/china';
import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Screen } from '../../ui/screen.tsx';
import { Head, SignedIn, Stack, Words } from '../parts.tsx';
import styles from '../timebank.module.scss';
import { type GivingControl, useGiving } from './use-giving.ts';

const Ties = ({ control }: { control: GivingControl }) => {
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const { invitation } = control;
  const max = timebankLimits.call;
  return (
    <Card title="家人不住在一起？">
      <Stack>
        <Words isQuiet text="一个人出亲情码，另一个人在自己手机上输入，就绑好了，以后可以互相转。" />
        <Field label="家人是您的">
          <LineBox value={name} onChange={setName} maxLength={max} placeholder="比如 女儿" label="家人是您的" />
        </Field>
        <Button
          look="ghost"
          text="出一个亲情码"
          onPress={() => (name.trim() === '' ? notify('先写家人是您的什么人') : void control.invite(name.trim()))}
        />
        {invitation !== undefined && (
          <>
            <Text className={styles['code']}>{invitation.code}</Text>
            <Words isQuiet text={`请家人在 ${exactTime(invitation.until)} 前输入，只能用一次。`} />
          </>
        )}
        <Field label="家人给您的亲情码">
          <LineBox
            value={code}
            onChange={setCode}
            maxLength={8}
            placeholder="八位数字"
            label="家人给您的亲情码"
            keyboard="number"
          />
        </Field>
        <Button
          look="ghost"
          text="输入亲情码，绑好"
          onPress={() => {
            if (!/^\d{8}$/.test(code)) return notify('亲情码是八位数字');
            if (name.trim() === '') return notify('先写家人是您的什么人');
            void control.accept(code, name.trim());
          }}
        />
      </Stack>
    </Card>
  );
};

const Giving = ({ communityId }: { communityId: CommunityId }) => {
  const control = useGiving(communityId);
  const [to, setTo] = useState<string>();
  const [hours, setHours] = useState('1');
  const minutes = Math.round(Number(hours) * 60);
  return (
    <Screen>
      <Loaded view={control.view} onRetry={() => void control.reload()}>
        {({ free, kin }) => {
          const receiver = to === 'pool' ? ('pool' as const) : kin.find(({ id }) => id === to);
          const isWrong = !Number.isFinite(minutes) || minutes < 1 || minutes > free;
          const missing = receiver === undefined ? '选给谁' : isWrong ? `最多 ${minutesWords(free)}` : undefined;
          return (
            <Stack>
              <Head title={`可用 ${minutesWords(free)}`} note="时长不会过期；给家人，或捐给独居老人。" />
              <Card isTight title="给谁">
                <Choices
                  label="给谁"
                  choices={[
                    ...kin.map(({ id, call, via }) => ({
                      id: id as string,
                      name: call,
                      note: via === 'household' ? '同住一户' : '亲情码绑定',
                    })),
                    { id: 'pool', name: '互助池', note: '捐给独居老人，用在哪里大家看得到' },
                  ]}
                  chosen={to}
                  onChoose={setTo}
                />
              </Card>
              <Card>
                <Stack>
                  <Field label="多少小时" hint="可以写 1.5">
                    <LineBox
                      value={hours}
                      onChange={setHours}
                      maxLength={7}
                      placeholder="小时"
                      label="多少小时"
                      keyboard="digit"
                    />
                  </Field>
                  <Button
                    isLarge
                    look={missing === undefined ? 'filled' : 'soft'}
                    text={missing ?? `${receiver === 'pool' ? '捐出' : '转出'} ${minutesWords(minutes)}`}
                    isLoading={control.running?.startsWith('give') ?? false}
                    onPress={() => {
                      if (missing !== undefined || receiver === undefined) return notify(missing ?? '选给谁');
                      void control.give(receiver, minutes);
                    }}
                  />
                </Stack>
              </Card>
              <Ties control={control} />
              <Button look="plain" text="看互助池" onPress={() => open(routes.pool(communityId))} />
            </Stack>
          );
        }}
      </Loaded>
    </Screen>
  );
};

const Page = () => {
  const { communityId = '' } = useRouter().params;
  return (
    <SignedIn why="登录后转给家人，或者捐出。">
      <Giving communityId={communityId} />
    </SignedIn>
  );
};

export default Page;
