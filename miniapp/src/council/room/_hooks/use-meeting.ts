import type { ActionId, MeetingId } from '@suishoupai/shared/ids';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

export type Guest = { name: string; household: string; witnesses: [string, string] };
type Seen = { id: ActionId; version: number };

const askMeeting = (meetingId: MeetingId) => call(meetingRoutes.getMeeting, { params: { meetingId } });

/** A meeting and what staff do to it while it is announced and in session. */
export const useMeeting = (meetingId: MeetingId, ask = askMeeting) => {
  const load = useLoad(meetingId, () => ask(meetingId), { reloadOnShow: true });
  useRefresh(load.reload);
  const { view, show } = load;
  const version = view.state === 'ready' ? view.data.version : 0;
  const params = { meetingId };
  const deeds = useDeeds({
    onRefused: ({ code }) => ['meeting.changed', 'meeting.stepNotAllowed'].includes(code) && void load.reload(),
  });

  const step = (about: string, done: string, send: (seen: Seen) => Promise<Meeting>) =>
    deeds.run(about, async (id) => {
      show(await send({ id, version }));
      notify(done);
    });

  return {
    ...load,
    deeds,
    openRoom: () =>
      step('open', '签到开始了', (seen) =>
        call(meetingRoutes.stepMeeting, { params, body: { ...seen, what: 'open' } }),
      ),
    end: () =>
      step('end', '会议结束，可以写纪要了', (seen) =>
        call(meetingRoutes.stepMeeting, { params, body: { ...seen, what: 'end' } }),
      ),
    cancel: (reason: string) =>
      step('cancel', '会议已取消', (seen) =>
        call(meetingRoutes.stepMeeting, { params, body: { ...seen, what: 'cancel', reason } }),
      ),
    list: (guest: Guest) =>
      deeds.run('list', async (id) => {
        await call(meetingRoutes.listAttendee, { params, body: { id, ...guest } });
        notify(`${guest.name} 已登记`);
        await load.reload();
      }),
  };
};

export type MeetingControl = ReturnType<typeof useMeeting>;
