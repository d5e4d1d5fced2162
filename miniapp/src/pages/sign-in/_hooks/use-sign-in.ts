import { consentVersion } from '@suishoupai/shared/people/consent';
import { useState } from 'react';
import { ApiError, type ApiErrorCode } from '../../../api/api-error.ts';
import { session } from '../../../api/client.ts';
import { chosenPersona } from '../../../platform/persona.ts';
import { back } from '../../../routes.ts';
import { notify } from '../../../ui/notify.ts';

export type Refusal = { code: ApiErrorCode; message: string };

/** The service wants a version that this program does not have: the person cannot have read it. */
const outdated: Refusal = {
  code: 'consent.needed',
  message: '小程序有新的版本。请关掉它，过一会儿重新打开，再登录',
};

/** `who`: the persona in a browser; in WeChat there is only the owner of the phone. Nothing is sent before the consent. */
export const useSignIn = (signIn = session.signIn) => {
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isAgreed, setAgreed] = useState(false);

  const enter = async (who = 'me'): Promise<void> => {
    if (busy !== undefined) return;
    if (!isAgreed) {
      notify('请先看过，再勾选同意');
      return;
    }
    setBusy(who);
    setRefusal(undefined);
    if (process.env['TARO_ENV'] === 'h5') chosenPersona.set(who);
    try {
      await signIn(consentVersion);
      back();
    } catch (error) {
      const { code, message } = error instanceof ApiError ? error : new ApiError('wechat.unavailable');
      setRefusal(code === 'consent.needed' ? outdated : { code, message });
      setBusy(undefined);
    }
  };

  return { busy, refusal, enter, isAgreed, toggle: () => setAgreed(!isAgreed) };
};
