import type { VoteId } from '@suishoupai/shared/ids';
import { shortTime } from '@suishoupai/shared/time/china';
import type { Objection } from '@suishoupai/shared/votes/contract';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { usePages } from '../../../load/use-pages.ts';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { notify } from '../../../ui/notify.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import styles from './objections-card.module.scss';

const longest = 500;
const shortest = 5;

type Props = { voteId: VoteId; now: string; mayObject: boolean };

/** 异议: what people object to, with the answers; every one is answered before the result is final. */
export const ObjectionsCard = ({ voteId, now, mayObject }: Props) => {
  const pages = usePages(`${voteId} ${useMe()?.id}`, (cursor?: string) =>
    call(voteRoutes.listObjections, { params: { voteId }, query: { cursor } }),
  );
  const { running, act } = useAct();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [mine, setMine] = useState<Objection[]>([]);
  const listed = pages.view.state === 'ready' ? pages.view.data : [];
  const all = [...listed, ...mine.filter(({ id }) => !listed.some((each) => each.id === id))];

  const submit = async () => {
    const objection = await act(words, (id) => call(voteRoutes.object, { params: { voteId }, body: { id, words } }));
    if (objection === undefined) return;
    setMine((before) => [...before, objection]);
    setWords('');
    setOpen(false);
    notify('已提出，社区必须答复');
  };

  return (
    <Card title="异议和答复">
      <View {...aria({ role: 'list' })}>
        {all.map(({ id, at, words: said, who, isMine, isPublic, answer }) => (
          <View key={id} className={styles['objection']} {...aria({ role: 'listitem' })}>
            <Text className={styles['who']}>
              {[isMine ? '我' : who, shortTime(at, now), ...(isMine && !isPublic ? ['别人还看不到内容'] : [])].join(
                ' · ',
              )}
            </Text>
            <Prose text={said} />
            {answer === undefined ? (
              <Text className={styles['who']}>等社区答复</Text>
            ) : (
              <View className={styles['answer']}>
                <Text className={styles['who']}>{`${answer.who} 答复 · ${shortTime(answer.at, now)}`}</Text>
                <Prose text={answer.words} />
              </View>
            )}
          </View>
        ))}
      </View>
      <Stack>
        {all.length === 0 && pages.view.state !== 'loading' && pages.view.state !== 'error' && (
          <Prose isQuiet text="没有人提异议。" />
        )}
        {pages.view.state === 'error' && <ListTail tail="failed" onMore={() => void pages.reload()} />}
        {pages.view.state === 'ready' && pages.tail !== 'end' && (
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        )}
        {mayObject && <Button look="soft" text="提异议" onPress={() => setOpen(true)} />}
      </Stack>
      <Sheet isOpen={isOpen} title="提异议" onClose={() => setOpen(false)}>
        <Stack>
          <TextArea
            value={words}
            onChange={setWords}
            maxLength={longest}
            placeholder="哪里不对，请说清楚"
            label="异议"
            isDisabled={running !== undefined}
          />
          <Prose isQuiet text="大家都能看到内容，不显示您的姓名。社区必须答复，没有答复完，结果不能定。" />
          <Button
            isLarge
            text={words.trim().length < shortest ? `至少写 ${shortest} 个字` : '提出异议'}
            isLoading={running !== undefined}
            isDisabled={words.trim().length < shortest}
            onPress={() => void submit()}
          />
        </Stack>
      </Sheet>
    </Card>
  );
};
