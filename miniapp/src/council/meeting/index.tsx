import { MeetingKind } from '@suishoupai/shared/meetings/card';
import { meetingKindLabels, meetingKindNotes } from '@suishoupai/shared/meetings/labels';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { chinaDay } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../forms/submit.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { LineBox } from '../../ui/line-box.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Pills } from '../../ui/pills.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../council.module.scss';
import { fieldError } from '../field-errors.ts';
import { MomentField } from '../moment-field.tsx';
import { NothingNamed } from '../nothing-named.tsx';
import { Refused } from '../refused.tsx';
import { AgendaCard } from './_components/agenda-card.tsx';
import { type Background, type Calling, useBackground, useCalling } from './_hooks/use-calling.ts';
import { noticeWords } from './drafting.ts';

const lengths = [60, 90, 120, 180] as const;

const Form = ({ calling, background }: { calling: Calling; background: Background }) => {
  const { now, draft, change, missing, submit, isSending, isLocked, refusal } = useCalling(calling, background);
  const isStill = isSending || isLocked;
  const isNew = background.meeting === undefined;
  const line = (field: 'title' | 'place' | 'online' | 'invited' | 'chair' | 'recorder' | 'expected') => ({
    value: draft[field],
    onChange: (value: string) => change({ [field]: value }),
    isDisabled: isStill,
  });
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missing}
          text={isNew ? '发布会议通知' : '公布改动'}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <Card title="开什么会">
        <View className={styles['stack']}>
          <Pills label="开什么会">
            {MeetingKind.options.map((kind) => (
              <Pill
                key={kind}
                text={meetingKindLabels[kind]}
                isChosen={kind === draft.kind}
                isDisabled={isStill}
                onPress={() => change({ kind })}
              />
            ))}
          </Pills>
          <Text className={styles['quiet']}>{meetingKindNotes[draft.kind]}</Text>
          <Field error={fieldError(refusal, 'title')}>
            <LineBox {...line('title')} maxLength={meetingLimits.title} placeholder="会议名称" />
          </Field>
        </View>
      </Card>
      <Card>
        <View className={styles['stack']}>
          <MomentField
            label="什么时候"
            value={draft.startsAt}
            from={chinaDay(now)}
            hint={noticeWords(draft.startsAt, now)}
            error={fieldError(refusal, 'startsAt')}
            isDisabled={isStill}
            onChange={(startsAt) => change({ startsAt })}
          />
          <Pills label="开多久">
            {lengths.map((minutes) => (
              <Pill
                key={minutes}
                text={minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`}
                isChosen={minutes === draft.minutes}
                isDisabled={isStill}
                onPress={() => change({ minutes })}
              />
            ))}
          </Pills>
          <Field label="在哪里">
            <LineBox
              {...line('place')}
              icon="map-pin"
              maxLength={meetingLimits.place}
              placeholder="比如 社区二楼议事厅"
            />
            <LineBox {...line('online')} maxLength={100} placeholder="线上怎么参加（可不写）" />
          </Field>
        </View>
      </Card>
      <AgendaCard agenda={draft.agenda} isDisabled={isStill} onChange={(agenda) => change({ agenda })} />
      <Card>
        <View className={styles['stack']}>
          <Field label="请谁参加">
            <LineBox {...line('invited')} maxLength={200} placeholder="比如 3 栋全体业主" />
          </Field>
          <Field label="主持人和记录人" hint="散会后由这两个人分别签纪要">
            <View className={styles['pair']}>
              <LineBox {...line('chair')} maxLength={meetingLimits.person} placeholder="主持人" />
              <LineBox {...line('recorder')} maxLength={meetingLimits.person} placeholder="记录人" />
            </View>
          </Field>
          <Field
            label="应到多少人（可不写）"
            hint="写了就按过半数算到会人数够不够，现场看得到"
            error={fieldError(refusal, 'quorum')}
          >
            <LineBox {...line('expected')} keyboard="number" maxLength={5} placeholder="应到人数" />
          </Field>
        </View>
      </Card>
    </Screen>
  );
};

const MeetingPage = () => {
  const { communityId, topicId, id } = useRouter().params;
  const calling: Calling = {
    ...(communityId === undefined ? {} : { communityId }),
    ...(topicId === undefined ? {} : { topicId }),
    ...(id === undefined ? {} : { id }),
  };
  const { view, reload } = useBackground(calling);
  if (communityId === undefined && id === undefined) return <NothingNamed />;
  if (view.state === 'ready') return <Form calling={calling} background={view.data} />;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => null}
      </Loaded>
    </Screen>
  );
};

export default MeetingPage;
