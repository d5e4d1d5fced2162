import type { CommunityId } from '@suishoupai/shared/ids';
import { Identified } from '@suishoupai/shared/timebank/contract';
import { identifiedNames, minutesWords } from '@suishoupai/shared/timebank/labels';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { confirmed, notify } from '../../../ui/notify.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { blank, type Draft, listingOf, missingIn } from '../../make/draft.ts';
import { ListingForm } from '../../make/listing-form.tsx';
import { MinutesPick } from '../../minutes-pick.tsx';
import { Stack, Words } from '../../parts.tsx';
import { type Acting as ActingControl, type Unit, useActing } from '../_hooks/use-desk.ts';
import { ForExchanges } from './for-exchanges.tsx';

/** Filled in, a placeholder is gone: the number alone does not say what it is. */
const fields: readonly { name: keyof Unit; label: string; placeholder: string }[] = [
  { name: 'building', label: '楼栋', placeholder: '几栋' },
  { name: 'entrance', label: '单元', placeholder: '几单元（可不填）' },
  { name: 'room', label: '房号', placeholder: '房号' },
];

const Find = ({ control }: { control: ActingControl }) => {
  const [unit, setUnit] = useState<Unit>({ building: '', entrance: '', room: '' });
  const { residents, resident } = control;
  return (
    <Card title="谁打来的">
      <Stack>
        <Words
          isQuiet
          text="回拨老人留在社区的电话，核对姓名和门牌，再替他办。看过谁、办了什么都会记下，并告诉本人。"
        />
        {fields.map(({ name, label, placeholder }) => (
          <Field key={name} label={label}>
            <LineBox
              value={unit[name]}
              onChange={(typed) => setUnit((before) => ({ ...before, [name]: typed }))}
              maxLength={12}
              placeholder={placeholder}
            />
          </Field>
        ))}
        <Button
          look="soft"
          icon="search"
          text="找这一户的人"
          onPress={() => (unit.building === '' || unit.room === '' ? notify('填楼栋和房号') : control.find(unit))}
        />
        {residents?.length === 0 && <Words text="这一户还没有认证过的居民，请先在房屋认证里办。" />}
        {residents !== undefined && residents.length > 0 && (
          <Choices
            label="哪一位"
            choices={residents.map(({ claimId, name, unit: code }) => ({ id: claimId as string, name, note: code }))}
            chosen={resident?.claimId as string | undefined}
            onChoose={(id) => {
              const chosen = residents.find(({ claimId }) => claimId === id);
              if (chosen !== undefined) control.choose(chosen);
            }}
          />
        )}
      </Stack>
    </Card>
  );
};

const Checked = ({ control: { identified, setIdentified } }: { control: ActingControl }) => (
  <Card title="怎么核对的身份">
    <Stack>
      <Choices
        label="怎么核对的身份"
        choices={Identified.options.map((id) => ({ id, name: identifiedNames[id] }))}
        chosen={identified}
        onChoose={setIdentified}
      />
      <Words isQuiet text="办的事上会写着，本人看得到。" />
    </Stack>
  </Card>
);

const Give = ({ control }: { control: ActingControl }) => {
  const { hours, resident } = control;
  const [to, setTo] = useState<string>();
  const [minutes, setMinutes] = useState(60);
  if (hours === undefined || resident === undefined) return null;
  const kin = hours.kin.find(({ id }) => id === to);
  const name = to === 'pool' ? '互助池' : kin?.call;
  const send = async () => {
    if (name === undefined || to === undefined) return notify('选给谁');
    const text = `从${resident.name}的账上转出，请在电话里念一遍，本人说对再办。`;
    if (!(await confirmed({ title: `转给${name} ${minutesWords(minutes)}？`, text, yes: '本人同意，办' }))) return;
    await control.send(`give ${to} ${minutes}`, (tail) =>
      to === 'pool'
        ? { what: 'donate', body: { id: `trf_${tail}`, minutes } }
        : { what: 'give', body: { id: `trf_${tail}`, to: to as `act_${string}`, minutes } },
    );
  };
  return (
    <Card title={`${resident.name} · 可用 ${minutesWords(hours.free)}`}>
      <Stack>
        <Choices
          label="转给谁"
          choices={[...hours.kin.map(({ id, call }) => ({ id, name: call })), { id: 'pool', name: '互助池' }]}
          chosen={to}
          onChoose={setTo}
        />
        <MinutesPick label="转多少" value={minutes} onChange={setMinutes} />
        <Button look="soft" text={name === undefined ? '选给谁' : `替他转给${name}`} onPress={() => void send()} />
      </Stack>
    </Card>
  );
};

const Ask = ({ control, communityId }: { control: ActingControl; communityId: CommunityId }) => {
  const [draft, setDraft] = useState<Draft>(() => blank('request'));
  const [isOpen, setOpen] = useState(false);
  const missing = missingIn(draft);
  const send = async () => {
    if (missing !== undefined) return notify(missing);
    const isDone = await control.send(`list ${JSON.stringify(draft)}`, (tail) => {
      const body = listingOf(draft, `lst_${communityId}_${tail}`);
      if (body === undefined) throw new Error('the form was complete a moment ago');
      return { what: 'list', body };
    });
    if (isDone) setOpen(false);
  };
  return (
    <>
      <Button text="替他请邻居帮忙" onPress={() => setOpen(true)} />
      <Sheet isOpen={isOpen} title="替他请邻居帮忙" onClose={() => setOpen(false)}>
        <Stack>
          <ListingForm
            communityId={communityId}
            draft={draft}
            isLocked={false}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
          />
          <Button
            isLarge
            look={missing === undefined ? 'filled' : 'soft'}
            text={missing ?? '挂出来'}
            onPress={() => void send()}
          />
        </Stack>
      </Sheet>
    </>
  );
};

/** Elder mode by telephone: what somebody asks for is done for them. */
export const Acting = ({ communityId }: { communityId: CommunityId }) => {
  const control = useActing(communityId);
  return (
    <Stack>
      <Find control={control} />
      <Slot>
        {control.resident !== undefined && (
          <Stack>
            <Checked control={control} />
            <ForExchanges control={control} />
            <Ask control={control} communityId={communityId} />
            <Give key={control.resident.claimId} control={control} />
          </Stack>
        )}
      </Slot>
    </Stack>
  );
};
