import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { useReachBottom } from '@tarojs/taro';
import { call, useMe } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const askLog = async (cursor?: string) => {
  const { items, next } = await call(peopleRoutes.listAccessLog, { query: { cursor } });
  return {
    items: items.map((line) => ({ ...line, id: `${line.at} ${line.ticketId ?? line.what} ${line.who}` })),
    next,
  };
};

export const useAccessLog = (source = askLog) => {
  const me = useMe();
  const pages = usePages(me?.id ?? '', source, { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());
  return pages;
};
