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
  /** After a write answered with the new state, shows it without asking; an answer still under way is older and is dropped. */
  show: (data: T) => void;
  /** More of what was answered before; an answer under way is newer and still counts. */
  extend: (data: T) => void;
};

type Options<T> = {
  isEmpty?: (data: T) => boolean;
  reloadOnShow?: boolean;
  /** Told of every answer that counts, empty ones too. */
  onAnswer?: (data: T) => void;
};

/** The four states of a screen. A change of `key` starts over; an answer overtaken by a later question is dropped. */
export const useLoad = <T>(key: string, source: () => Promise<T>, options: Options<T> = {}): LoadControl<T> => {
  const [view, setView] = useState<Load<T>>({ state: 'loading' });
  const current = useRef({ source, ...options });
  current.current = { source, ...options };
  const [questions] = useState(latestOnly);

  const extend = useCallback((data: T) => {
    setView(current.current.isEmpty?.(data) ? { state: 'empty' } : { state: 'ready', data });
  }, []);

  const show = useCallback(
    (data: T) => {
      questions.overtake();
      extend(data);
    },
    [questions, extend],
  );

  const reload = useCallback(async () => {
    setView((before) => (before.state === 'error' ? { state: 'loading' } : before));
    await questions.ask(current.current.source(), {
      answered: (data) => {
        extend(data);
        current.current.onAnswer?.(data);
      },
      failed: (error) => setView((before) => (before.state === 'ready' ? before : { state: 'error', error })),
    });
  }, [questions, extend]);

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

  return { view, reload, show, extend };
};
