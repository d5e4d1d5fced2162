import Taro from '@tarojs/taro';
import { errorText } from './error-state.tsx';

/** A short word that goes away by itself. */
export const notify = (title: string): void => void Taro.showToast({ title, icon: 'none', duration: 2500 });

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
  const { confirm } = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: '再想想' });
  return confirm;
};
