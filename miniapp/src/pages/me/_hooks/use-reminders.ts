import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { call, useMe } from '../../../api/client.ts';
import { allowMessages } from '../../../api/messages.ts';
import { useLoad } from '../../../load/use-load.ts';
import { notify } from '../../../ui/notify.ts';

const reminders = {
  read: async () => (await call(peopleRoutes.getSubscriptions)).remaining,
  allow: allowMessages,
};

/** How often WeChat may still remind of what, and allowing once more. */
export const useReminders = (source = reminders) => {
  const me = useMe();
  const { view, show } = useLoad(me?.id ?? '', source.read, { reloadOnShow: true });

  const allow = (template: SubscriptionTemplate): void => {
    // WeChat wants its question to be the first thing in the tap.
    void source.allow([template]).then((remaining) => {
      if (remaining === undefined) notify('没有增加。可在右上角「…」→ 设置里打开');
      else show(remaining);
    });
  };

  return { remaining: view.state === 'ready' ? view.data : undefined, allow };
};
