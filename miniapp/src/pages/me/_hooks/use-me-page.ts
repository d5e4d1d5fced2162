import Taro from '@tarojs/taro';
import { session, useMe } from '../../../api/client.ts';
import { chosenPersona } from '../../../platform/persona.ts';
import { setElder, useElder } from '../../../state/elder.ts';
import { useMetCommunity } from '../../../state/met-community.ts';
import { confirmed, notify } from '../../../ui/notify.ts';

export const useMePage = () => {
  const me = useMe();
  const isElder = useElder();
  const community = useMetCommunity();

  const leave = async (): Promise<void> => {
    const isSure = await confirmed({
      title: '退出登录',
      text: '退出后可以随时再登录，上报过的事都还在。',
      yes: '退出',
    });
    if (!isSure) return;
    session.signOut();
    chosenPersona.set(undefined);
  };

  const copyId = (): void => {
    if (me === undefined) return;
    Taro.setClipboardData({ data: me.id }).then(
      () => notify('编号已复制'),
      () => notify('没有复制成功，请长按编号手动复制'),
    );
  };

  return { me, isElder, copyId, community, leave, toggleElder: () => setElder(!isElder) };
};
