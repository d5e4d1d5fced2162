import { useEffect, useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { readStored, writeStored } from '../state/storage.ts';
import { notify } from '../ui/notify.ts';

/** A form in the making, kept on the phone under its key until it is cleared. */
export const useKept = <S extends z.ZodMiniType>(key: string, schema: S, blank: z.output<S>) => {
  const [value, setValue] = useState<z.output<S>>(() => readStored(key, schema) ?? blank);
  const written = JSON.stringify(value);
  const saved = useRef(written);
  const hasWarned = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `written` is the form by value
  useEffect(() => {
    if (written === saved.current) return;
    saved.current = written;
    const isKept = writeStored(key, written === JSON.stringify(blank) ? undefined : value);
    if (!isKept && !hasWarned.current) notify('手机存储已满，离开后这里的内容会丢失');
    hasWarned.current = !isKept;
  }, [written]);

  /** At once and not with the next drawing: the page is about to be left. */
  const clear = () => {
    saved.current = JSON.stringify(blank);
    writeStored(key, undefined);
    setValue(blank);
  };

  return { value, setValue, clear };
};
