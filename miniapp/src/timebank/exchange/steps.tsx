import { CallOffReason, type Exchange } from '@suishoupai/shared/timebank/contract';
import { callOffReasons, minutesWords } from '@suishoupai/shared/timebank/labels';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { confirmed, notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Stars } from '../../ui/stars.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { missingReach, ReachFields } from '../listing/_components/answer-sheet.tsx';
import { lengthsUpTo, MinutesPick } from '../minutes-pick.tsx';
import { Stack, Words } from '../parts.tsx';
import type { ExchangeControl } from './_hooks/use-exchange.ts';

type Props = { exchange: Exchange; control: Pick<ExchangeControl, 'running' | 'step' | 'mediate'> };

const Agree = ({ exchange, control }: Props) => {
  const [reach, setReach] = useState({ call: '', contact: '' });
  const missing = missingReach(reach);
  const pays = exchange.fundedBy === 'person' && exchange.role === 'receiver';
  return (
    <Card title="同意吗">
      <Stack>
        <Words
          isQuiet
          text={
            pays
              ? `同意后先留出您的 ${minutesWords(exchange.minutes)}，做完双方确认才转给对方。`
              : '同意后互相看得到电话，做完双方确认时长。'
          }
        />
        <ReachFields {...reach} onChange={(change) => setReach((before) => ({ ...before, ...change }))} />
        <Button
          isLarge
          look={missing === undefined ? 'filled' : 'soft'}
          text={missing ?? '同意，约好'}
          isLoading={control.running?.includes('agree') ?? false}
          onPress={() =>
            missing === undefined ? void control.step({ what: 'agree', ...reach }, '约好了') : notify(missing)
          }
        />
        <Button look="plain" text="这次不行" onPress={() => void control.step({ what: 'decline' }, '已告诉对方')} />
      </Stack>
    </Card>
  );
};

const Confirm = ({ exchange, control }: Props) => {
  const { minutes, confirmed: said, state } = exchange;
  const other = exchange.role === 'giver' ? said.receiver : said.giver;
  const [mine, setMine] = useState(other ?? minutes);
  const send = async () => {
    const isSure = await confirmed({
      title: mine === 0 ? '没有做成？' : `确认 ${minutesWords(mine)}？`,
      text: '两个人说的一样，就记上；不一样，请社区调解。',
      yes: '确认',
    });
    if (isSure) await control.step({ what: 'confirm', minutes: mine }, '已确认');
  };
  return (
    <Card title={state === 'disputed' ? '改成和对方一样的，就不用调解' : '做完了，确认时长'}>
      <Stack>
        {other !== undefined && <Words text={`对方确认的是 ${other === 0 ? '没有做成' : minutesWords(other)}。`} />}
        <MinutesPick
          label="实际做了多久"
          choices={[...new Set([...lengthsUpTo(minutes), ...(other === undefined ? [] : [other])])]
            .filter((each) => each > 0)
            .sort((a, b) => a - b)}
          value={mine}
          onChange={setMine}
        />
        <Button
          isLarge
          text={mine === 0 ? '选实际做了多久' : `确认 ${minutesWords(mine)}`}
          isLoading={control.running?.includes('confirm') ?? false}
          onPress={() => void send()}
        />
        <Button
          look="plain"
          text="没有做成"
          onPress={() => void control.step({ what: 'confirm', minutes: 0 }, '已记下，对方也这样说就取消')}
        />
      </Stack>
    </Card>
  );
};

const CallOff = ({ control }: Pick<Props, 'control'>) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="plain" text="取消这次互助" onPress={() => setOpen(true)} />
      <Sheet isOpen={isOpen} title="为什么取消" onClose={() => setOpen(false)}>
        <Choices
          label="为什么取消"
          choices={CallOffReason.options.map((id) => ({ id, name: callOffReasons[id] }))}
          chosen={undefined}
          onChoose={(reason) => {
            setOpen(false);
            void control.step({ what: 'callOff', reason }, '已取消，告诉对方了');
          }}
        />
      </Sheet>
    </>
  );
};

const Rate = ({ control }: Pick<Props, 'control'>) => {
  const [stars, setStars] = useState(0);
  return (
    <Card title="这次互助怎么样">
      <Stack>
        <Stars value={stars} onChange={setStars} />
        <Button
          look="soft"
          text="评价"
          isDisabled={stars === 0}
          onPress={() => void control.step({ what: 'rate', stars }, '谢谢您的评价')}
        />
      </Stack>
    </Card>
  );
};

const saidWords = (minutes: number | undefined) =>
  minutes === undefined ? '没有说' : minutes === 0 ? '没有做成' : minutesWords(minutes);

const Mediate = ({ exchange, control }: Props) => {
  const { minutes, confirmed: said } = exchange;
  const choices = [...new Set([said.giver, said.receiver, ...lengthsUpTo(minutes)])].filter(
    (each) => each !== undefined && each > 0,
  );
  const [ruled, setRuled] = useState(said.receiver ?? minutes);
  const [reason, setReason] = useState('');
  const isShort = reason.trim().length < 2;
  return (
    <Card title="社区调解">
      <Stack>
        <Words
          text={`帮忙的说 ${saidWords(said.giver)}，受帮的说 ${saidWords(said.receiver)}。请打电话问过双方再定。`}
        />
        <MinutesPick
          label="定为多久"
          choices={(choices as number[]).sort((a, b) => a - b)}
          value={ruled}
          onChange={setRuled}
        />
        <Field label="理由" hint="双方都看得到">
          <TextArea
            value={reason}
            onChange={setReason}
            maxLength={timebankLimits.reason}
            placeholder="比如“问过双方，实际一小时”"
            label="理由"
          />
        </Field>
        <Button
          text={isShort ? '写明理由' : `定为 ${minutesWords(ruled)}`}
          isDisabled={isShort || ruled === 0}
          isLoading={control.running?.startsWith('mediate') ?? false}
          onPress={() => void control.mediate(ruled, reason.trim())}
        />
        <Button
          look="plain"
          text="没有做成，时长不动"
          isDisabled={isShort}
          onPress={() => void control.mediate(0, reason.trim())}
        />
      </Stack>
    </Card>
  );
};

/** What whoever looks may do now, the likeliest first. */
export const Steps = ({ exchange, control }: Props) => {
  const may = new Set(exchange.may);
  return (
    <Slot>
      {may.has('agree') && <Agree exchange={exchange} control={control} />}
      {may.has('confirm') && <Confirm key={exchange.state} exchange={exchange} control={control} />}
      {may.has('mediate') && <Mediate exchange={exchange} control={control} />}
      {may.has('rate') && <Rate control={control} />}
      {may.has('callOff') && <CallOff control={control} />}
      {may.has('withdraw') && (
        <Button look="plain" text="撤回" onPress={() => void control.step({ what: 'withdraw' }, '已撤回')} />
      )}
    </Slot>
  );
};
