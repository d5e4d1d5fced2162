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

type Options<P> = {
  reloadOnShow?: boolean;
  /** Told of the first page whenever it is asked for anew and nothing newer is known. */
  onFirst?: (page: P) => void;
};

/** A list by cursor. Something new at the top shifts the pages, so an item that comes twice is shown once. */
export const usePages = <P extends Page<{ id: string }>>(
  key: string,
  source: (cursor?: string) => Promise<P>,
  { reloadOnShow = false, onFirst }: Options<P> = {},
): Pages<P['items'][number]> => {
  const [tailState, setTail] = useState<'idle' | 'loading' | 'failed'>('idle');
  const { view, reload, show, extend } = useLoad<P>(key, () => source(), {
    isEmpty: ({ items }) => items.length === 0,
    reloadOnShow,
    onAnswer: onFirst,
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
        extend({ ...page, items: withoutRepeats([...page.items, ...following.items]), next: following.next });
      setTail('idle');
    } catch {
      setTail('failed');
    }
  }, [page, tailState, source, extend]);

  /** What is shown by then, not what was shown when the write began. */
  const change = useCallback(
    (next: (items: P['items']) => P['items']) => {
      if (shown.current !== undefined) show({ ...shown.current, items: next(shown.current.items) });
    },
    [show],
  );

  return {
    view: view.state === 'ready' ? { state: 'ready', data: view.data.items } : view,
    tail: page?.next === undefined ? 'end' : tailState === 'idle' ? 'more' : tailState,
    more,
    reload,
    show: change,
  };
};
