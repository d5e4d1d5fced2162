import type { MeetingId } from '@suishoupai/shared/ids';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { useDidHide, useDidShow, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { fileAddress } from '../../../api/base.ts';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { addToCalendar } from '../../../platform/add-to-calendar.ts';
import { openFile } from '../../../platform/open-file.ts';
import { open, routes } from '../../../routes.ts';
import { notify, notifyError } from '../../../ui/notify.ts';

const fetchMeeting = (meetingId: MeetingId): Promise<Meeting> =>
  call(meetingRoutes.getMeeting, { params: { meetingId } });

/** Who is there is shown as it changes, while the meeting runs and somebody looks. */
const lookEveryMs = 15_000;

type How = { how: 'code'; code: string } | { how: 'online' };

export const useMeeting = (meetingId: MeetingId, source = fetchMeeting) => {
  const me = useMe();
  const { view, reload } = useLoad(`${meetingId} ${me?.id}`, () => source(meetingId), { reloadOnShow: true });
  useRefresh(reload);
  const { running, act } = useAct();
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  const meeting = view.state === 'ready' ? view.data : undefined;
  const isLive = meeting?.state === 'inSession' && isSeen;

  useEffect(() => {
    if (!isLive) return;
    const timer = setInterval(() => void reload(), lookEveryMs);
    return () => clearInterval(timer);
  }, [isLive, reload]);

  useShareAppMessage(() =>
    meeting === undefined
      ? { path: routes.hall() }
      : { title: `${meeting.title}，请您来参加`, path: routes.meeting(meetingId) },
  );

  /** True when this person is on the list. */
  const signIn = async (how: How): Promise<boolean> => {
    if (me === undefined) {
      open(routes.signIn());
      return false;
    }
    const signed = await act(JSON.stringify(how), (id) =>
      call(meetingRoutes.attendMeeting, { params: { meetingId }, body: { id, ...how } }),
    );
    if (signed === undefined) return false;
    notify('已签到');
    await reload();
    return true;
  };

  const tell = (work: () => Promise<void>) => void work().catch(notifyError);

  const remember = () =>
    tell(async () => {
      if (meeting === undefined) return;
      const url = fileAddress(meetingRoutes.getCalendarFile, { meetingId });
      const { title, place, startsAt, endsAt } = meeting;
      if (await addToCalendar({ title, place, startsAt, endsAt, url })) notify('已加到日历');
    });

  const download = (number: number, format: 'pdf' | 'docx') =>
    tell(() =>
      openFile(
        fileAddress(meetingRoutes.exportMinutes, { meetingId, number }, { format }),
        `${meetingId}-${number}.${format}`,
      ),
    );

  return { view, meeting, reload, running, signIn, remember, download, isSignedIn: me !== undefined };
};

export type MeetingControl = ReturnType<typeof useMeeting>;
