import type { CommunityId } from '@suishoupai/shared/ids';
import type { Kin } from '@suishoupai/shared/timebank/contract';
import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { useState } from 'react';
import { call, useMe } from '../../api/client.ts';
import { useAct } from '../../forms/use-act.ts';
import { useLoad } from '../../load/use-load.ts';
import { useRefresh } from '../../load/use-refresh.ts';
import { confirmed, notify } from '../../ui/notify.ts';

export type Receiver = Kin | 'pool';

/** Hours to a family member or to the pool; what will happen is read back before it does. */
export const useGiving = (communityId: CommunityId) => {
  const params = { communityId };
  const { view, reload } = useLoad(`giving ${communityId} ${useMe()?.id}`, async () => {
    const [home, kin] = await Promise.all([
      call(timebankRoutes.getTimebank, { params }),
      call(timebankRoutes.listKin, { params }),
    ]);
    return { free: home.minutes.free, kin: kin.items };
  });
  useRefresh(reload);
  const { running, act } = useAct();
  const [invitation, setInvitation] = useState<{ code: string; until: string }>();

  const give = async (to: Receiver, minutes: number): Promise<boolean> => {
    const name = to === 'pool' ? '互助池' : to.call;
    const isSure = await confirmed({
      title: `${to === 'pool' ? '捐给' : '转给'}${name} ${minutesWords(minutes)}？`,
      text: `您的账上减少 ${minutesWords(minutes)}，${to === 'pool' ? '用来帮独居老人' : `${name}的账上增加这么多`}。转出后不能撤回。`,
      yes: to === 'pool' ? '捐出' : '转出',
    });
    if (!isSure) return false;
    const given = await act(`give ${name} ${minutes}`, (id) => {
      const transferId = `trf_${id.slice(4)}` as const;
      return to === 'pool'
        ? call(timebankRoutes.donateHours, { params, body: { id: transferId, minutes } })
        : call(timebankRoutes.giveHours, { params, body: { id: transferId, to: to.id, minutes } });
    });
    await reload();
    if (given === undefined) return false;
    notify(`${to === 'pool' ? '捐出' : '转给'}了 ${minutesWords(given.minutes)}，还有 ${minutesWords(given.free)}`);
    return true;
  };

  const invite = async (name: string) => {
    const made = await act(`invite ${name}`, (id) =>
      call(timebankRoutes.inviteKin, { params, body: { id, call: name } }),
    );
    if (made !== undefined) setInvitation(made);
  };

  const accept = async (code: string, name: string) => {
    const done = await act(`accept ${code} ${name}`, (id) =>
      call(timebankRoutes.acceptKin, { params, body: { id, code, call: name } }),
    );
    if (done === undefined) return;
    notify('绑好了，可以互相转时长');
    await reload();
  };

  return { view, reload, running, give, invitation, invite, accept };
};
export type GivingControl = ReturnType<typeof useGiving>;
