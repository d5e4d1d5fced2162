import type { IconName } from '../ui/icon/names.generated.ts';
import type { OutboxItem } from './outbox.ts';

export type ItemLook = { text: string; icon: IconName; tone: 'brand' | 'calm' | 'soon' };
type Standing = Pick<OutboxItem, 'state' | 'why'>;

/** In a word what is happening to it. */
export const itemLook = ({ state, why }: Standing, isOnline: boolean): ItemLook => {
  if (state === 'sending') return { text: '正在发送', icon: 'send', tone: 'brand' };
  if (state === 'refused') return { text: '没发出去', icon: 'circle-alert', tone: 'soon' };
  if (!isOnline) return { text: '等网络', icon: 'wifi-off', tone: 'calm' };
  if (why === 'signIn') return { text: '等登录', icon: 'user-round', tone: 'soon' };
  return { text: '等发送', icon: 'hourglass', tone: 'calm' };
};

export const itemIcon = ({ kind }: Pick<OutboxItem, 'kind'>): IconName => {
  if (kind === 'ballot') return 'vote';
  return kind === 'report' ? 'camera' : 'send';
};

/** 「待发送 2 件」; what was refused waits for the person, not for the network. */
export const cardTitle = (items: readonly Standing[]): string => {
  const refused = items.filter(({ state }) => state === 'refused').length;
  const waiting = items.length - refused;
  return [waiting > 0 ? `待发送 ${waiting} 件` : '', refused > 0 ? `没发出去 ${refused} 件` : '']
    .filter(Boolean)
    .join('，');
};

/** The sentence about all that waits: who has to do something, if anybody. */
export const waitingWords = (items: readonly Standing[], isOnline: boolean): string => {
  if (items.some(({ state }) => state === 'sending')) return '正在发送，可以离开这一页';
  if (!isOnline) return '有网时自动发出，关掉小程序也不会丢';
  if (items.some(({ state, why }) => state === 'waiting' && why === 'signIn')) return '登录以后就会发出';
  return '会自动发出，关掉小程序也不会丢';
};
