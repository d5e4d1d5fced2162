import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from '../../council.module.scss';
import { NothingNamed } from '../../nothing-named.tsx';
import { Refused } from '../../refused.tsx';
import { AttachmentsCard } from './_components/attachments-card.tsx';
import { type KnownMeeting, useKnown, useWriting, type WritingControl } from './_hooks/use-writing.ts';

type PartProps = { control: WritingControl; isStill: boolean };

const Sections = ({ control: { writing, change }, isStill }: PartProps) => {
  const write = (at: number, next: Partial<(typeof writing.sections)[number]>) =>
    change({ sections: writing.sections.map((section, i) => (i === at ? { ...section, ...next } : section)) });
  return (
    <>
      {writing.sections.map(({ heading, words }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections are only added at the end
        <Card key={at}>
          <View className={styles['stack']}>
            <LineBox
              value={heading}
              onChange={(value) => write(at, { heading: value })}
              maxLength={meetingLimits.agendaItem}
              placeholder="小标题"
              label={`第 ${at + 1} 段小标题`}
              isDisabled={isStill}
            />
            <TextArea
              value={words}
              onChange={(value) => write(at, { words: value })}
              maxLength={meetingLimits.section}
              placeholder="说了什么，谁赞成、谁反对、为什么"
              label={`第 ${at + 1} 段内容`}
              isDisabled={isStill}
            />
          </View>
        </Card>
      ))}
      <Slot>
        {writing.sections.length < meetingLimits.sections && (
          <Button
            look="soft"
            icon="plus"
            text="加一段"
            isDisabled={isStill}
            onPress={() => change({ sections: [...writing.sections, { heading: '', words: '' }] })}
          />
        )}
      </Slot>
    </>
  );
};

const Resolutions = ({ control, isStill, meeting }: PartProps & Pick<KnownMeeting, 'meeting'>) => {
  const { writing, change, addResolution } = control;
  const write = (id: string, next: Partial<(typeof writing.resolutions)[number]>) =>
    change({ resolutions: writing.resolutions.map((each) => (each.id === id ? { ...each, ...next } : each)) });
  return (
    <Card title="决议">
      <View className={styles['stack']}>
        <Text className={styles['quiet']}>一条一件事。双签以后，可以照决议转成工单或发起表决。</Text>
        {writing.resolutions.map(({ id, words, topicId }, index) => (
          <View key={id} className={styles['stack']}>
            <TextArea
              value={words}
              onChange={(value) => write(id, { words: value })}
              maxLength={meetingLimits.resolution}
              placeholder="决定了什么，谁来办，什么时候办好"
              label={`决议 ${index + 1}`}
              isDisabled={isStill}
            />
            {meeting.topics.length > 1 && (
              <Pills label={`决议 ${index + 1} 属于哪个议题`}>
                {meeting.topics.map((topic) => (
                  <Pill
                    key={topic.id}
                    text={topic.title}
                    isChosen={topic.id === topicId}
                    isDisabled={isStill}
                    onPress={() => write(id, { topicId: topic.id })}
                  />
                ))}
              </Pills>
            )}
          </View>
        ))}
        <Slot>
          {writing.resolutions.length < meetingLimits.resolutions && (
            <Button
              look="soft"
              icon="plus"
              text="加一条决议"
              isDisabled={isStill}
              onPress={() => void addResolution()}
            />
          )}
        </Slot>
      </View>
    </Card>
  );
};

const Form = ({ known }: { known: KnownMeeting }) => {
  const control = useWriting(known);
  const { follows, writing, photos, hung, files, change, missing, submit, isSending, isLocked, refusal } = control;
  const isStill = isSending || isLocked;
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missing}
          text={`存成第 ${follows + 1} 版`}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <Slot>
        {follows > 0 && (
          <Card title="为什么要改">
            <LineBox
              value={writing.reason}
              onChange={(reason) => change({ reason })}
              maxLength={200}
              placeholder="比如 补记物业的答复"
              isDisabled={isStill}
            />
          </Card>
        )}
      </Slot>
      <Sections control={control} isStill={isStill} />
      <Resolutions control={control} isStill={isStill} meeting={known.meeting} />
      <AttachmentsCard hung={hung} onHung={(attachments) => change({ attachments })} files={files} isStill={isStill} />
      <Card title="照片">
        <PhotoGrid photos={photos} addText="会场照片、签到表（可不加）" isLocked={isStill} />
      </Card>
    </Screen>
  );
};

const WritePage = () => {
  const { id } = useRouter().params;
  const { view, reload } = useKnown(id ?? '');
  if (id === undefined) return <NothingNamed />;
  if (view.state === 'ready') return <Form known={view.data} />;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => null}
      </Loaded>
    </Screen>
  );
};

export default WritePage;
