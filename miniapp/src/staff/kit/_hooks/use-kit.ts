import { kitRoutes, type Templates } from '@suishoupai/shared/desk-kit/contract';
import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { useRef, useState } from 'react';
import { ApiError } from '../../../api/api-error.ts';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify, notifyError } from '../../../ui/notify.ts';
import type { KitDesk } from '../../templates/desk-for.ts';
import { templateOf } from '../../templates/use-templates.ts';

const service = {
  ask: (desk: KitDesk): Promise<Templates> => call(kitRoutes.getTemplates, { query: desk }),
  put: (desk: KitDesk, next: Templates): Promise<Templates> =>
    call(kitRoutes.putTemplates, { body: { ...desk, ...next } }),
};

/** The sentences of a desk; every change is saved at once, from the version that is shown. */
export const useKit = (desk: KitDesk, { ask, put } = service) => {
  const { view, show, reload } = useLoad(`${desk.communityId} ${desk.desk}`, () => ask(desk));
  const [isSaving, setSaving] = useState(false);
  const isBusy = useRef(false);
  const known = view.state === 'ready' ? view.data : undefined;
  useRefresh(reload);

  /** False when it did not go: somebody else was quicker, or no answer came. What is typed stays. */
  const save = async (change: (texts: readonly string[]) => string[], done: string): Promise<boolean> => {
    if (known === undefined || isBusy.current) return false;
    isBusy.current = true;
    setSaving(true);
    try {
      show(await put(desk, { version: known.version, texts: change(known.texts) }));
      notify(done);
      return true;
    } catch (error) {
      notifyError(error);
      if (error instanceof ApiError && error.code === 'templates.changed') await reload();
      return false;
    } finally {
      isBusy.current = false;
      setSaving(false);
    }
  };

  return {
    view,
    reload,
    isSaving,
    isFull: (known?.texts.length ?? 0) >= kitLimits.templates,
    /** By what it said, not by its place: others may have moved it. */
    write: (before: string | undefined, text: string) => {
      const next = templateOf(text);
      return save(
        (texts) =>
          before !== undefined && texts.includes(before)
            ? texts.map((each) => (each === before ? next : each))
            : [...texts, next],
        '已保存，同事也能用',
      );
    },
    drop: (text: string) => save((texts) => texts.filter((each) => each !== text), '已删掉'),
  };
};
