import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { latestOnly } from './latest-only.ts';

export type Load<T> =
  | { state: 'loading' }
  | { state: 'empty' }
  | { state: 'error'; error: unknown }
  | { state: 'ready'; data: T };

export type LoadControl<T> = {
  view: Load<T>;
  /** Asks again; what is shown stays until the answer comes, and stays if it fails. */
  reload: () => Promise<void>;
  /** After a write answered with the new state, shows it without asking. */
  show: (data: T) => void;
};

type Options<T> = { isEmpty?: (data: T) => boolean; reloadOnShow?: boolean };

/** The four states of a screen. A change of `key` starts over; an answer overtaken by a later question is dropped. */
export const useLoad = <T>(key: string, source: () => Promise<T>, options: Options<T> = {}): LoadControl<T> => {
  const [view, setView] = useState<Load<T>>({ state: 'loading' });
  const current = useRef({ source, isEmpty: options.isEmpty });
  current.current = { source, isEmpty: options.isEmpty };
  const ask = useRef(latestOnly()).current;

  const show = useCallback((data: T) => {
    setView(current.current.isEmpty?.(data) ? { state: 'empty' } : { state: 'ready', data });
  }, []);

  const reload = useCallback(async () => {
    setView((before) => (before.state === 'error' ? { state: 'loading' } : before));
    await ask(current.current.source(), {
      answered: show,
      failed: (error) => setView((before) => (before.state === 'ready' ? before : { state: 'error', error })),
    });
  }, [ask, show]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names what the source asks for
  useEffect(() => {
    setView({ state: 'loading' });
    void reload();
  }, [key, reload]);

  const wasShown = useRef(false);
  useDidShow(() => {
    if (wasShown.current && options.reloadOnShow === true) void reload();
    wasShown.current = true;
  });

  return { view, reload, show };
};
