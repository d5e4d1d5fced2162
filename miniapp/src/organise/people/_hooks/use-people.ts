import type { ActivityId } from '@suishoupai/shared/ids';
import type { Participant } from '@suishoupai/shared/volunteering/contract';
import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

export type Hours = { minutes: number; stars: number; reason: string; words: string };

const askPeople = async (activityId: ActivityId) => {
  const params = { activityId };
  const [activity, { items }] = await Promise.all([
    call(volunteeringRoutes.getActivity, { params }),
    call(volunteeringStaffRoutes.listParticipants, { params }),
  ]);
  return { activity, people: items };
};

/** Who came to an activity, and the hours of each. */
export const usePeople = (activityId: ActivityId, ask = askPeople) => {
  const { view, reload, show } = useLoad(activityId, () => ask(activityId), { reloadOnShow: true });
  useRefresh(reload);
  const deeds = useDeeds({ onRefused: () => void reload() });
  const params = { activityId };

  const showOne = (after: Participant) => {
    if (view.state !== 'ready') return;
    const people = view.data.people.map((each) => (each.personId === after.personId ? after : each));
    show({ ...view.data, people });
  };
  const given = (words: string) => words.trim() || undefined;

  return {
    view,
    reload,
    deeds,
    note: ({ personId, name }: Participant, what: 'in' | 'out', at: string) =>
      deeds.run(`${what} ${personId}`, async (id) => {
        showOne(await call(volunteeringStaffRoutes.notePresence, { params, body: { id, personId, what, at } }));
        notify(`${name} 已${what === 'in' ? '签到' : '签退'}`);
      }),
    confirm: ({ personId, name }: Participant, { minutes, stars, reason, words }: Hours) =>
      deeds.run(`confirm ${personId}`, async (id) => {
        const body = { id, personId, minutes, stars, reason: given(reason), words: given(words) };
        showOne(await call(volunteeringStaffRoutes.confirmHours, { params, body }));
        notify(`${name} 的时长核实了`);
      }),
    undo: ({ personId, name }: Participant, reason: string) =>
      deeds.run(`undo ${personId}`, async (id) => {
        showOne(await call(volunteeringStaffRoutes.withdrawHours, { params, body: { id, personId, reason } }));
        notify(`${name} 的时长撤回了`);
      }),
  };
};
