import { useState } from 'react';
import { useMe } from '../../../api/client.ts';
import { open, routes } from '../../../routes.ts';
import type { Flaggable } from '../../../ticket/flag/flag-words.ts';

type Opened =
  | { kind: 'comment' }
  | { kind: 'flag'; items: readonly Flaggable[] }
  | { kind: 'appeal'; about: string; items: readonly string[] };

/** Which sheet beside the loop is open. Whoever is not signed in is asked to before writing anything. */
export const useTalk = () => {
  const isSignedIn = useMe() !== undefined;
  const [opened, setOpened] = useState<Opened>();
  const [appealed, setAppealed] = useState<ReadonlySet<string>>(new Set());

  const show = (next: Opened) => {
    if (isSignedIn) setOpened(next);
    else open(routes.signIn());
  };

  return {
    opened,
    appealed,
    write: () => show({ kind: 'comment' }),
    flag: (items: readonly Flaggable[]) => show({ kind: 'flag', items }),
    /** `about`: the line of the trace, or the comment. */
    appeal: (about: string, items: readonly string[]) => show({ kind: 'appeal', about, items }),
    noteAppealed: (about: string) => setAppealed((before) => new Set([...before, about])),
    close: () => setOpened(undefined),
  };
};

export type Talk = ReturnType<typeof useTalk>;
