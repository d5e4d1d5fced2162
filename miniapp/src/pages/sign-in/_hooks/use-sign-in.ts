import { useState } from 'react';
import { ApiError, type ApiErrorCode } from '../../../api/api-error.ts';
import { session } from '../../../api/client.ts';
import { chosenPersona } from '../../../platform/persona.ts';
import { back } from '../../../routes.ts';

export type Refusal = { code: ApiErrorCode; message: string };

/** `who`: the persona in a browser; in WeChat there is only the owner of the phone. */
export const useSignIn = (signIn = session.signIn) => {
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();

  const enter = async (who = 'me'): Promise<void> => {
    if (busy !== undefined) return;
    setBusy(who);
    setRefusal(undefined);
    if (process.env['TARO_ENV'] === 'h5') chosenPersona.set(who);
    try {
      await signIn();
      back();
    } catch (error) {
      const { code, message } = error instanceof ApiError ? error : new ApiError('wechat.unavailable');
      setRefusal({ code, message });
      setBusy(undefined);
    }
  };

  return { busy, refusal, enter };
};
