import type { TopicId } from '@suishoupai/shared/ids';
import { moderationLimits } from '@suishoupai/shared/moderation/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { Button } from '../../../ui/button.tsx';
import { notify } from '../../../ui/notify.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import type { Item } from '../appealed.ts';

type Props = { topicId: TopicId; item: Item; onClose: () => void; onDone: (item: Item) => void };

/** 申诉 against a takedown of my own words, once; somebody else than who took them down looks again. */
export const AppealSheet = ({ topicId, item, onClose, onDone }: Props) => {
  const [note, setNote] = useState('');
  const { running, act } = useAct();
  const submit = async () => {
    const answer = await act(note, (id) =>
      call(topicRoutes.appealWords, { params: { topicId }, body: { id, item, note } }),
    );
    if (answer === undefined) return;
    notify('已提交，会由另一个人再看一遍');
    onDone(item);
    onClose();
  };
  return (
    <Sheet isOpen title="申诉" onClose={onClose}>
      <Stack>
        <Prose isQuiet text="可以申诉一次，由撤下它的那个人以外的人再看一遍，结果在消息里告诉您。" />
        <TextArea
          value={note}
          onChange={setNote}
          maxLength={moderationLimits.note}
          placeholder="为什么应该公开？"
          label="为什么应该公开"
          isDisabled={running !== undefined}
        />
        <Button
          text="提交申诉"
          isLarge
          isLoading={running !== undefined}
          isDisabled={note.trim() === ''}
          onPress={() => void submit()}
        />
      </Stack>
    </Sheet>
  );
};
