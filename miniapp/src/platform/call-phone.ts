import Taro from '@tarojs/taro';

/** Opens the dialler; backing out of it is not an error. */
export const callPhone = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
};
