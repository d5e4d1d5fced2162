import { useCallback, useRef, useState } from 'react';
import { type Load, useLoad } from './use-load.ts';

export type Page<T> = { items: T[]; next?: string | undefined };

export type Pages<T> = {
  view: Load<T[]>;
  /** `failed` offers to try again; the end of the list says so. */
  tail: 'more' | 'loading' | 'failed' | 'end';
  more: () => Promise<void>;
  reload: () => Promise<void>;
  show: (change: (items: T[]) => T[]) => void;
};

const withoutRepeats = <T extends { id: string }>(items: T[]): T[] => {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
};

/** A list by cursor. Something new at the top shifts the pages, so an item that comes twice is shown once. */
export const usePages = <T extends { id: string }>(
  key: string,
  source: (cursor?: string) => Promise<Page<T>>,
  { reloadOnShow = false }: { reloadOnShow?: boolean } = {},
): Pages<T> => {
  const [tailState, setTail] = useState<'idle' | 'loading' | 'failed'>('idle');
  const { view, reload, show } = useLoad<Page<T>>(key, () => source(), {
    isEmpty: ({ items }) => items.length === 0,
    reloadOnShow,
  });
  const page = view.state === 'ready' ? view.data : undefined;

  const shown = useRef(page);
  shown.current = page;

  const more = useCallback(async () => {
    if (page?.next === undefined || tailState === 'loading') return;
    setTail('loading');
    try {
      const following = await source(page.next);
      if (shown.current === page)
        show({ items: withoutRepeats([...page.items, ...following.items]), next: following.next });
      setTail('idle');
    } catch {
      setTail('failed');
    }
  }, [page, tailState, source, show]);

  return {
    view: view.state === 'ready' ? { state: 'ready', data: view.data.items } : view,
    tail: page?.next === undefined ? 'end' : tailState === 'idle' ? 'more' : tailState,
    more,
    reload,
    show: (change) => page && show({ ...page, items: change(page.items) }),
  };
};
