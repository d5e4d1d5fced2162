import type { TopicId } from '@suishoupai/shared/ids';
import { type FlagReason, moderationLimits } from '@suishoupai/shared/moderation/contract';
import type { Voice } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { Choices } from '../../../ticket/flag/choices.tsx';
import { flagReasons } from '../../../ticket/flag/flag-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { notify } from '../../../ui/notify.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Stack } from '../../stack.tsx';

type Props = { topicId: TopicId; voice: Voice; onClose: () => void };

/** 投诉 a voice: why, and a few words if one likes; the community decides. */
export const FlagSheet = ({ topicId, voice: { id: voiceId, author }, onClose }: Props) => {
  const [reason, setReason] = useState<FlagReason>();
  const [note, setNote] = useState('');
  const { running, act } = useAct();
  const submit = async () => {
    if (reason === undefined) return;
    const said = note.trim() === '' ? {} : { note };
    const answer = await act(`${reason} ${note}`, (id) =>
      call(topicRoutes.flagVoice, { params: { topicId, voiceId }, body: { id, reason, ...said } }),
    );
    if (answer === undefined) return;
    notify('谢谢您，社区会尽快核实');
    onClose();
  };
  return (
    <Sheet isOpen title="投诉" onClose={onClose}>
      <Stack>
        <Field label={`为什么投诉${author}的发言？`}>
          <Choices label="投诉的理由" options={flagReasons} chosen={reason} onChoose={setReason} />
        </Field>
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={moderationLimits.note}
          placeholder="补充说明（可不填）"
          label="补充说明，可不填"
        />
        <Button
          text={reason === undefined ? '先选理由' : '投诉'}
          isLarge
          isLoading={running !== undefined}
          isDisabled={reason === undefined}
          onPress={() => void submit()}
        />
      </Stack>
    </Sheet>
  );
};
