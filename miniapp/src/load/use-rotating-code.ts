import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** The code changes every half minute and people come in between: asked often enough to be right, while the page is seen. */
const everyMs = 5000;

/** The digits on the screen now with what is told beside them; `isStale` when they could not be asked for anew. `ask` stays the same. */
export const useRotatingCode = <Id, Shown>(id: Id, isWanted: boolean, ask: (id: Id) => Promise<Shown>) => {
  const [shown, setShown] = useState<Shown>();
  const [isStale, setStale] = useState(false);
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));

  useEffect(() => {
    if (!isWanted || !isSeen) return;
    let isOn = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async () => {
      try {
        const answer = await ask(id);
        if (!isOn) return;
        setShown(answer);
        setStale(false);
      } catch {
        if (isOn) setStale(true);
      }
      if (isOn) timer = setTimeout(() => void turn(), everyMs);
    };
    void turn();
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [id, isWanted, isSeen, ask]);

  return { shown, isStale };
};
