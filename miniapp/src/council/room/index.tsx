import type { MeetingId } from '@suishoupai/shared/ids';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { meetingKindLabels, meetingStateLabels } from '@suishoupai/shared/meetings/labels';
import { exactTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { confirmed } from '../../ui/notify.ts';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import styles from '../council.module.scss';
import { NothingNamed } from '../nothing-named.tsx';
import { WordsSheet } from '../words-sheet.tsx';
import { AttendanceCard } from './_components/attendance-card.tsx';
import { CodeBoard } from './_components/code-board.tsx';
import { GuestSheet } from './_components/guest-sheet.tsx';
import { PaperList } from './_components/paper-list.tsx';
import { useCode } from './_hooks/use-code.ts';
import { type MeetingControl, useMeeting } from './_hooks/use-meeting.ts';

type Opened = 'guest' | 'list' | 'cancel';

const Head = ({ meeting }: { meeting: Meeting }) => (
  <Card>
    <View className={styles['stack']}>
      <Text className={styles['title']}>{meeting.title}</Text>
      <View className={styles['line']}>
        <Chip text={meetingKindLabels[meeting.kind]} />
        <Chip text={meetingStateLabels[meeting.state]} tone="brand" />
      </View>
      <Text className={styles['quiet']}>{`${exactTime(meeting.startsAt)} · ${meeting.place}`}</Text>
      {meeting.cancelReason !== undefined && <Text>{`取消：${meeting.cancelReason}`}</Text>}
      <Points lines={meeting.agenda.map(({ title, minutes }) => `${title}（${minutes} 分钟）`)} />
    </View>
  </Card>
);

const Foot = ({ meeting, control }: { meeting: Meeting; control: MeetingControl }) => {
  const { may, id } = meeting;
  const { running } = control.deeds;
  if (may.includes('open'))
    return <Button isLarge text="开始签到" isLoading={running === 'open'} onPress={() => void control.openRoom()} />;
  if (may.includes('end'))
    return (
      <Button
        isLarge
        text="散会，结束签到"
        isLoading={running === 'end'}
        onPress={() =>
          void confirmed({ title: '散会？', text: '签到就此结束，接着写纪要。', yes: '散会' }).then(
            (isSure) => isSure && void control.end(),
          )
        }
      />
    );
  if (meeting.versions === 0 && may.includes('write'))
    return <Button isLarge text="写纪要" onPress={() => open(routes.writeMinutes(id))} />;
  if (meeting.state !== 'cancelled' && meeting.versions > 0)
    return <Button isLarge text="看纪要、签字" onPress={() => open(routes.minutes(id))} />;
  return undefined;
};

const hasFoot = ({ may, versions, state }: Meeting): boolean =>
  may.some((each) => each === 'open' || each === 'end' || each === 'write') || (versions > 0 && state !== 'cancelled');

const Room = ({ meetingId }: { meetingId: MeetingId }) => {
  const control = useMeeting(meetingId);
  const { view, deeds } = control;
  const meeting = view.state === 'ready' ? view.data : undefined;
  const isRunning = meeting?.state === 'inSession';
  const { shown, isStale } = useCode(meetingId, isRunning);
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const state = (about: string) => ({
    isRunning: deeds.running === about,
    isLocked: deeds.isLocked(about),
    refusal: deeds.refusalOf(about),
    onClose: close,
  });
  return (
    <Screen foot={meeting !== undefined && hasFoot(meeting) ? <Foot meeting={meeting} control={control} /> : undefined}>
      <Loaded view={view} onRetry={() => void control.reload()}>
        {(known) => {
          const { onSpot, online, paper } = known.attendance;
          return (
            <>
              <Slot>{isRunning && <CodeBoard shown={shown} isStale={isStale} />}</Slot>
              <Slot>
                {known.state !== 'announced' && known.state !== 'cancelled' && (
                  <AttendanceCard meeting={known} total={Math.max(onSpot + online + paper, shown?.attendance ?? 0)} />
                )}
              </Slot>
              <Head meeting={known} />
              <Card isTight>
                <Rows>
                  {known.may.includes('list') && (
                    <ListRow
                      icon="user-round"
                      title="登记没有手机的人"
                      note="要两位见证人"
                      role="button"
                      onPress={() => setOpened('guest')}
                    />
                  )}
                  {paper > 0 && (
                    <ListRow
                      icon="clipboard-list"
                      title="看纸质登记名单"
                      note="每次查看都有记录"
                      role="button"
                      onPress={() => setOpened('list')}
                    />
                  )}
                  {known.may.includes('write') && (
                    <ListRow
                      icon="file-text"
                      title={known.versions === 0 ? '写纪要' : '改纪要，写新的一版'}
                      onPress={() => open(routes.writeMinutes(meetingId))}
                    />
                  )}
                  {known.may.includes('change') && (
                    <ListRow
                      icon="pencil"
                      title="改时间、地点或议程"
                      onPress={() => open(routes.changeMeeting(meetingId))}
                    />
                  )}
                  {known.may.includes('cancel') && (
                    <ListRow icon="circle-x" title="取消会议" role="button" onPress={() => setOpened('cancel')} />
                  )}
                </Rows>
              </Card>
            </>
          );
        }}
      </Loaded>
      <Slot>
        {opened === 'guest' && (
          <GuestSheet
            onList={(guest) => void control.list(guest).then((isDone) => isDone && close())}
            {...state('list')}
          />
        )}
        {opened === 'list' && <PaperList meetingId={meetingId} onClose={close} />}
        {opened === 'cancel' && (
          <WordsSheet
            title="为什么取消？"
            hint="大家都看得到，报了名的人会收到消息。"
            placeholder="取消的理由"
            submit="取消会议"
            min={2}
            max={200}
            quick={['台风橙色预警，改日再开', '主要当事人不能到场', '场地临时不能用']}
            onSubmit={(reason) => void control.cancel(reason).then((isDone) => isDone && close())}
            {...state('cancel')}
          />
        )}
      </Slot>
    </Screen>
  );
};

const RoomPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <Room meetingId={id} />;
};

export default RoomPage;
