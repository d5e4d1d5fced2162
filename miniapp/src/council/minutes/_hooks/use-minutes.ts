import type { MeetingId } from '@suishoupai/shared/ids';
import type { MinutesVersion } from '@suishoupai/shared/meetings/contract';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

type Role = MinutesVersion['signatures'][number]['role'];

const askMinutes = async (meetingId: MeetingId) => {
  const params = { meetingId };
  const [meeting, { items }] = await Promise.all([
    call(meetingRoutes.getMeeting, { params }),
    call(meetingRoutes.listMinutes, { params }),
  ]);
  return { meeting, versions: items };
};

/** The versions of a meeting's minutes, and the signatures under the newest. */
export const useMinutes = (meetingId: MeetingId, ask = askMinutes) => {
  const load = useLoad(meetingId, () => ask(meetingId), {
    reloadOnShow: true,
    isEmpty: ({ versions }) => versions.length === 0,
  });
  useRefresh(load.reload);
  const deeds = useDeeds({ onRefused: ({ code }) => code !== 'minutes.sameSigner' && void load.reload() });

  /** What was read is what is signed: its hash goes with it. */
  const sign = ({ number, hash }: MinutesVersion, role: Role) =>
    deeds.run(`sign ${role}`, async (id) => {
      await call(meetingRoutes.signMinutes, {
        params: { meetingId, number: String(number) },
        body: { id, role, hash },
      });
      notify('已签字');
      await load.reload();
    });

  return { ...load, deeds, sign };
};
