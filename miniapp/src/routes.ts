import { routeUrl } from '@suishoupai/shared/contract/route';
import type { TicketId } from '@suishoupai/shared/ids';
import Taro from '@tarojs/taro';
import type { Desk } from './desks.ts';

/** Every page by name; a page's query is spelled here and nowhere else. */
export const routes = {
  home: () => '/pages/home/index',
  nearby: () => '/pages/nearby/index',
  me: () => '/pages/me/index',
  signIn: () => '/pages/sign-in/index',
  myTickets: () => '/pages/my-tickets/index',
  inbox: () => '/pages/inbox/index',
  about: () => '/pages/about/index',
  report: () => '/pages/report/index',
  reported: (ticketId: TicketId) => routeUrl('/pages/reported/index', {}, { id: ticketId }),
  ticket: (ticketId: TicketId) => routeUrl('/pages/ticket/index', {}, { id: ticketId }),
  place: () => '/pages/place/index',
  handle: (ticketId: TicketId) => routeUrl('/staff/handle/index', {}, { id: ticketId }),
  queue: ({ communityId, desk, label }: Desk) => routeUrl('/staff/queue/index', {}, { communityId, desk, label }),
} as const;

/** WeChat keeps at most ten pages; past nine the top one is replaced instead. */
export const open = (url: string): void => {
  if (Taro.getCurrentPages().length >= 9) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
};

/** For a page that nobody should come back to. */
export const replace = (url: string): void => void Taro.redirectTo({ url });

export const openTab = (url: string): void => void Taro.switchTab({ url });

export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab(routes.home());
};
