import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from '../../council.module.scss';
import { Refused } from '../../refused.tsx';
import { announcementProblem, writtenMatters } from '../announcement.ts';

type Props = {
  topic: Topic;
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onAnnounce: (announcement: { title: string; words: string; matters: string[] }) => void;
  onClose: () => void;
};

const mostMatters = 10;

/** 会前公告: what will be discussed or voted on, matter by matter. */
export const AnnounceSheet = ({ topic, isRunning, isLocked, refusal, onAnnounce, onClose }: Props) => {
  const [title, setTitle] = useState(`关于「${topic.title ?? ''}」的公告`.slice(0, topicLimits.title));
  const [words, setWords] = useState('');
  const [matters, setMatters] = useState<readonly string[]>(['']);
  const problem = announcementProblem({ title, words, matters });
  const isStill = isRunning || isLocked;
  return (
    <Sheet isOpen title="发会前公告" onClose={onClose}>
      <View className={styles['stack']}>
        <LineBox
          value={title}
          onChange={setTitle}
          maxLength={topicLimits.title}
          placeholder="公告标题"
          isDisabled={isStill}
        />
        <TextArea
          value={words}
          onChange={setWords}
          maxLength={topicLimits.words}
          placeholder="为什么议、什么时候议、怎么参加"
          label="公告内容"
          isDisabled={isStill}
        />
        <Field label="要议、要表决的事项" hint="一条一件事。要表决的，照表决时问的话写：没有公告过的，不能表决。">
          {matters.map((matter, at) => (
            <LineBox
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
              key={at}
              value={matter}
              onChange={(value) => setMatters((all) => all.map((each, i) => (i === at ? value : each)))}
              maxLength={200}
              placeholder="比如 是否同意加装 3 栋 1 单元电梯"
              label={`第 ${at + 1} 件事`}
              isDisabled={isStill}
            />
          ))}
          <Slot>
            {matters.length < mostMatters && (
              <Button
                look="soft"
                icon="plus"
                text="再加一件"
                isDisabled={isStill}
                onPress={() => setMatters((all) => [...all, ''])}
              />
            )}
          </Slot>
        </Field>
        <View className={styles['submit']}>
          <Text className={styles['quiet']}>发布以后不能改，可以再发一份。</Text>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : (problem ?? '发布公告')}
            isLoading={isRunning}
            isDisabled={problem !== undefined && !isLocked}
            onPress={() => onAnnounce({ title: title.trim(), words: words.trim(), matters: writtenMatters(matters) })}
          />
        </View>
      </View>
    </Sheet>
  );
};
