import type { TopicId } from '@suishoupai/shared/ids';
import type { Voice } from '@suishoupai/shared/topics/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import { useVoices } from '../_hooks/use-voices.ts';
import { asAppealed, type Item } from '../appealed.ts';
import { VoiceRow } from './voice-row.tsx';

type Props = {
  topicId: TopicId;
  voice: Voice;
  now: string;
  mayReply: boolean;
  onFlag: (voice: Voice) => void;
  onAppeal: (voice: Voice) => void;
  appealed: ReadonlySet<Item>;
  onClose: () => void;
};

/** One voice with its replies, and room for mine. */
export const RepliesSheet = ({ topicId, voice, now, mayReply, onFlag, onAppeal, appealed, onClose }: Props) => {
  const { voices, pages, running, isNone, say, react } = useVoices(topicId, voice.id);
  const [text, setText] = useState('');
  const submit = async () => {
    if (await say({ stance: 'none', text })) setText('');
  };
  return (
    <Sheet isOpen title="回复" onClose={onClose}>
      <Stack>
        <Prose text={`${voice.isMine ? '我' : voice.author}：${voice.text ?? ''}`} />
        <View {...aria({ role: 'list' })}>
          {voices.map((reply) => (
            <VoiceRow
              key={reply.id}
              voice={asAppealed(reply, appealed)}
              now={now}
              onReact={(reaction) => react(reply, reaction)}
              onFlag={() => onFlag(reply)}
              onAppeal={() => onAppeal(reply)}
            />
          ))}
        </View>
        {isNone && <Prose isQuiet text="还没有人回复。" />}
        {pages.view.state === 'error' && <ListTail tail="failed" onMore={() => void pages.reload()} />}
        {pages.view.state === 'ready' && pages.tail !== 'end' && (
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        )}
        {mayReply && (
          <>
            <TextArea
              value={text}
              onChange={setText}
              maxLength={topicLimits.comment}
              placeholder="回复一句"
              label="回复"
              isDisabled={running !== undefined}
            />
            <Button
              text="回复"
              isLarge
              isLoading={running?.startsWith('say') === true}
              isDisabled={text.trim() === ''}
              onPress={() => void submit()}
            />
          </>
        )}
      </Stack>
    </Sheet>
  );
};
