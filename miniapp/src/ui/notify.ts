import Taro from '@tarojs/taro';
import { nameDialog, nameToast } from '../platform/name-dialog.ts';
import { errorText } from './error-state.tsx';

/** A short word that goes away by itself. */
export const notify = (title: string): void => {
  void Taro.showToast({ title, icon: 'none', duration: 2500 });
  nameToast();
};

export const notifyError = (error: unknown): void => notify(errorText(error));

/** True when the person agrees. */
export const confirmed = async ({
  title,
  text,
  yes,
}: {
  title: string;
  text: string;
  yes: string;
}): Promise<boolean> => {
  const answer = Taro.showModal({ title, content: text, confirmText: yes, cancelText: '再想想' });
  nameDialog(title);
  return (await answer).confirm;
};
