import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { call, session, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { chosenPersona } from '../../../platform/persona.ts';
import { confirmed, notify, notifyError } from '../../../ui/notify.ts';

const consents = {
  list: async () => (await call(peopleRoutes.listConsents)).items,
  withdraw: async () => {
    await call(peopleRoutes.withdrawConsent, { body: { id: await newActionId() } });
    session.signOut();
    chosenPersona.set(undefined);
  },
};

/** What the signed-in person said of the policy, and how to take it back. */
export const useMyConsents = (source = consents) => {
  const me = useMe();
  const { view, reload } = useLoad(me?.id ?? '', source.list);

  const withdraw = async (): Promise<void> => {
    const isSure = await confirmed({
      title: '撤回同意',
      text: '撤回后会退出登录，要用时可以重新同意。已经上报的事照常办完。',
      yes: '撤回',
    });
    if (!isSure) return;
    try {
      await source.withdraw();
      notify('已撤回，您已退出登录');
    } catch (error) {
      notifyError(error);
    }
  };

  return { isSignedIn: me !== undefined, view, reload, withdraw };
};
