import type { CommunityId } from '@suishoupai/shared/ids';
import type { Skill } from '@suishoupai/shared/timebank/contract';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';

export type Part = 'offer' | 'request' | 'mine' | 'exchanges';

/** What I have, what waits for me, and what neighbours offer or ask for. */
export const useTimebank = (communityId: CommunityId) => {
  const me = useMe();
  const params = { communityId };
  const home = useLoad(`timebank ${communityId} ${me?.id}`, () => call(timebankRoutes.getTimebank, { params }), {
    reloadOnShow: true,
  });
  useRefresh(home.reload);
  const { running, act } = useAct();
  const [part, setPart] = useState<Part>('offer');
  const [skill, setSkill] = useState<Skill>();

  const setNudge = async (isOn: boolean) => {
    const after = await act(`nudge ${isOn}`, (id) =>
      call(timebankRoutes.setNudge, { params, body: { id, want: isOn ? 'on' : 'off' } }),
    );
    if (after === undefined) return;
    notify(after.isOn ? '一个月最多提醒一次' : '不再提醒');
    await home.reload();
  };

  return { ...home, running, part, setPart, skill, setSkill, setNudge: (isOn: boolean) => void setNudge(isOn) };
};

export const useListings = (communityId: CommunityId, kind: 'offer' | 'request', skill: Skill | undefined) =>
  usePages(
    `listings ${communityId} ${kind} ${skill}`,
    (cursor?: string) => call(timebankRoutes.listListings, { params: { communityId }, query: { kind, skill, cursor } }),
    { reloadOnShow: true },
  );

export const useMyListings = (communityId: CommunityId) =>
  usePages(
    `my listings ${communityId} ${useMe()?.id}`,
    (cursor?: string) => call(timebankRoutes.listMyListings, { params: { communityId }, query: { cursor } }),
    { reloadOnShow: true },
  );

export const useMyExchanges = (communityId: CommunityId) =>
  usePages(
    `my exchanges ${communityId} ${useMe()?.id}`,
    (cursor?: string) => call(timebankRoutes.listExchanges, { params: { communityId }, query: { cursor } }),
    { reloadOnShow: true },
  );
