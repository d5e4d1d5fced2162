import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { useReachBottom } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';

const inbox = {
  list: (cursor?: string) => call(peopleRoutes.listNotices, { query: { cursor } }),
  markRead: (upTo: string) => call(peopleRoutes.readNotices, { body: { upTo } }),
};

/** What is on the screen counts as read from the next visit on; the marks of this visit stay, so that one sees what is new. */
export const useInbox = (source = inbox) => {
  const me = useMe();
  const pages = usePages(me?.id ?? '', source.list, { reloadOnShow: true });
  useRefresh(pages.reload);
  useReachBottom(() => void pages.more());

  const marked = useRef('');
  const newest = pages.view.state === 'ready' ? pages.view.data[0] : undefined;
  useEffect(() => {
    if (newest === undefined || newest.isRead || newest.id === marked.current) return;
    marked.current = newest.id;
    source.markRead(newest.id).catch(() => {
      marked.current = '';
    });
  }, [newest, source]);

  return pages;
};
