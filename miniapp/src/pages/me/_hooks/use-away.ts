import { type Me, peopleRoutes } from '@suishoupai/shared/people/contract';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { useNow } from '../../../state/now.ts';
import { notify, notifyError } from '../../../ui/notify.ts';
import { awayChoices, awayNow } from '../away.ts';

const duty = {
  read: (): Promise<Me> => call(peopleRoutes.getMe),
  write: async (until: string | null): Promise<Me> =>
    call(peopleRoutes.setAway, { body: { id: await newActionId(), until } }),
};

/** Whether one is on duty, and the choice of when one is back. */
export const useAway = (source = duty) => {
  const me = useMe();
  const now = useNow();
  const { view, reload, show } = useLoad(me?.id ?? '', source.read, { reloadOnShow: true });
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const choose = async (until: string | null): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    try {
      show(await source.write(until));
      setOpen(false);
      notify(until === null ? '欢迎回来' : '已记下，消息先给同事');
    } catch (error) {
      notifyError(error);
    }
    setBusy(false);
  };

  return {
    isLost: view.state === 'error',
    until: view.state === 'ready' ? awayNow(view.data.awayUntil, now) : undefined,
    choices: awayChoices(now),
    isOpen,
    press: () => (view.state === 'ready' ? setOpen(true) : void reload()),
    close: () => setOpen(false),
    choose,
  };
};
