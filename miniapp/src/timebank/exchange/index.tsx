import { ExchangeId } from '@suishoupai/shared/ids';
import { exactTime } from '@suishoupai/shared/time/china';
import type { Exchange, ExchangeLine } from '@suishoupai/shared/timebank/contract';
import {
  callOffReasons,
  exchangeStateNames,
  identifiedNames,
  minutesWords,
  skillNames,
} from '@suishoupai/shared/timebank/labels';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { callPhone } from '../../platform/call-phone.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { Head, Missing, SignedIn, Stack, Words } from '../parts.tsx';
import { useExchange } from './_hooks/use-exchange.ts';
import { Steps } from './steps.tsx';

const tones: Record<Exchange['state'], Tone> = {
  answered: 'soon',
  agreed: 'info',
  disputed: 'soon',
  settled: 'brand',
  declined: 'calm',
  calledOff: 'calm',
  lapsed: 'calm',
};

const deeds: Record<ExchangeLine['what'], string> = {
  answer: '答应了',
  agree: '同意了',
  decline: '说这次不行',
  withdraw: '撤回了',
  callOff: '取消了',
  confirm: '确认',
  mediate: '调解定为',
  rate: '评价了',
  remind: '提醒确认时长',
  lapse: '过期',
  escalate: '一直没确认，请社区问一问',
};
const whos = { me: '您', other: '对方', staff: '社区', clock: '系统' } as const;

const lineTitle = ({ who, by, what, minutes }: ExchangeLine): string => {
  const said =
    what === 'confirm' || what === 'mediate' ? ` ${minutes === 0 ? '没有做成' : minutesWords(minutes ?? 0)}` : '';
  return `${by === undefined ? whos[who] : who === 'staff' ? by : `${by}替${whos[who]}`} ${deeds[what]}${said}`;
};

const noteOf = ({ reason, identified }: ExchangeLine): string | undefined => {
  const why = reason === undefined ? undefined : ((callOffReasons as Record<string, string>)[reason] ?? reason);
  const known = identified === undefined ? undefined : identifiedNames[identified];
  return why === undefined || known === undefined ? (why ?? known) : `${why} · ${known}`;
};

const clockWords = ({ clock }: Exchange): string | undefined => {
  if (clock === undefined) return undefined;
  const at = exactTime(clock.at);
  if (clock.what === 'remind') return `${at} 还没确认，会提醒一次`;
  return clock.what === 'lapse' ? `${at} 还没有结果就过期，时长不动` : `${at} 还没确认，就请社区问一问`;
};

const People = ({ people, role }: Exchange) => {
  const sides = [
    ['帮忙的', people.giver, role === 'giver'],
    ['受帮的', people.receiver, role === 'receiver'],
  ] as const;
  return (
    <Card title="谁和谁">
      <Stack>
        {sides.map(([name, { call, contact, isVerified }, isMe]) => (
          <Stack key={name}>
            <Words text={`${name}：${isMe ? `${call}（您）` : call}${isVerified ? ' · 已认证住户' : ''}`} />
            {contact !== undefined && !isMe && (
              <Button look="ghost" icon="phone" text={`打给${call} ${contact}`} onPress={() => callPhone(contact)} />
            )}
          </Stack>
        ))}
      </Stack>
    </Card>
  );
};

const Elder = ({ elder }: { elder: NonNullable<Exchange['elder']> }) => {
  const { name, building, entrance, room, phone } = elder;
  const flat = [building, entrance, room].filter((part) => part !== '').join('-');
  return (
    <Card title="去哪里">
      <Stack>
        <Words text={`${name} · ${flat}`} />
        {phone !== undefined && (
          <Button look="ghost" icon="phone" text={`打给${name} ${phone}`} onPress={() => callPhone(phone)} />
        )}
      </Stack>
    </Card>
  );
};

const Opened = ({ exchangeId }: { exchangeId: ExchangeId }) => {
  const control = useExchange(exchangeId);
  return (
    <Screen>
      <Loaded view={control.view} onRetry={() => void control.reload()}>
        {(exchange) => (
          <Stack>
            <Head
              title={`${skillNames[exchange.skill]} · ${minutesWords(exchange.settledMinutes ?? exchange.minutes)}`}
              note={[`${exactTime(exchange.plannedAt)} · ${exchange.place}`, clockWords(exchange)]
                .filter(Boolean)
                .join('\n')}
            >
              <Chip text={exchangeStateNames[exchange.state]} tone={tones[exchange.state]} />
              {exchange.fundedBy === 'pool' && <Chip text="互助池出时长" tone="info" />}
            </Head>
            {exchange.words !== undefined && (
              <Card>
                <Words text={exchange.words} />
              </Card>
            )}
            <Steps exchange={exchange} control={control} />
            {exchange.elder !== undefined && <Elder elder={exchange.elder} />}
            <People {...exchange} />
            <Card title="经过">
              <Timeline
                moments={exchange.lines
                  .map((line, index) => ({
                    id: `${index}`,
                    title: lineTitle(line),
                    note: noteOf(line),
                    time: exactTime(line.at),
                  }))
                  .reverse()}
              />
            </Card>
          </Stack>
        )}
      </Loaded>
    </Screen>
  );
};

const Page = () => {
  const id = z.safeParse(ExchangeId, useRouter().params['id']);
  return (
    <SignedIn why="登录后看您和邻居的互助。">
      {id.success ? <Opened key={id.data} exchangeId={id.data} /> : <Missing title="没有找到这次互助" />}
    </SignedIn>
  );
};

export default Page;
