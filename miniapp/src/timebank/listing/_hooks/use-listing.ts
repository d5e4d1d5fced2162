import type { ListingId } from '@suishoupai/shared/ids';
import { communityOf } from '@suishoupai/shared/ids';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { open, replace, routes } from '../../../routes.ts';
import { confirmed, notify } from '../../../ui/notify.ts';

export type Answer = { minutes: number; plannedAt: string; call: string; contact: string };

/** A listing, and what the person may do with it. */
export const useListing = (listingId: ListingId) => {
  const me = useMe();
  const params = { listingId };
  const { view, reload, show } = useLoad(`${listingId} ${me?.id}`, () => call(timebankRoutes.getListing, { params }), {
    reloadOnShow: true,
  });
  useRefresh(reload);
  const { running, act } = useAct();
  const [isAnswering, setAnswering] = useState(false);

  const step = async (what: 'pause' | 'resume' | 'end') => {
    const isSure =
      what !== 'end' ||
      (await confirmed({ title: '结束这条互助信息？', text: '结束后邻居看不到，不能恢复。', yes: '结束' }));
    if (!isSure) return;
    const after = await act(what, (id) => call(timebankRoutes.stepListing, { params, body: { id, what } }));
    if (after !== undefined) show(after);
  };

  const answer = async (given: Answer) => {
    const made = await act(`answer ${JSON.stringify(given)}`, (id) =>
      call(timebankRoutes.answerListing, {
        body: { ...given, id: `exc_${communityOf(listingId)}_${id.slice(4)}`, listingId },
      }),
    );
    if (made === undefined) return;
    setAnswering(false);
    notify('已告诉对方，等对方同意');
    replace(routes.exchange(made.id));
  };

  const flag = async () => {
    const isSure = await confirmed({ title: '投诉这条信息？', text: '社区会看一看，不会说是谁投诉的。', yes: '投诉' });
    if (!isSure) return;
    const noted = await act('flag', (id) =>
      call(timebankRoutes.flagListing, { params, body: { id, reason: 'other' } }),
    );
    if (noted !== undefined) notify('已记下，社区会看');
  };

  return {
    view,
    reload,
    running,
    step: (what: 'pause' | 'resume' | 'end') => void step(what),
    flag: () => void flag(),
    answering: {
      isOpen: isAnswering,
      open: () => (me === undefined ? open(routes.signIn()) : setAnswering(true)),
      close: () => setAnswering(false),
      send: (given: Answer) => void answer(given),
    },
  };
};
