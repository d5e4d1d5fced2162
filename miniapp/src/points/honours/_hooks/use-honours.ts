import type { CommunityId } from '@suishoupai/shared/ids';
import { honourRoutes } from '@suishoupai/shared/points/honours';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify, notifyError } from '../../../ui/notify.ts';

const source = (communityId: CommunityId) => call(honourRoutes.getHonours, { params: { communityId } });

/** My badges, and whether and as what I am named to others. */
export const useHonours = (communityId: CommunityId, ask = source) => {
  const me = useMe();
  const load = useLoad(`${communityId} ${me?.id}`, () => ask(communityId));
  useRefresh(load.reload);
  const [isSaving, setSaving] = useState(false);
  const showMe = async (name: string | null) => {
    if (isSaving) return;
    setSaving(true);
    try {
      load.show(await call(honourRoutes.showMe, { params: { communityId }, body: { name } }));
      notify(name === null ? '已撤下，别人马上看不到' : '已同意，可以随时撤下');
    } catch (error) {
      notifyError(error);
    } finally {
      setSaving(false);
    }
  };
  return { ...load, isSaving, showMe: (name: string | null) => void showMe(name) };
};
