import { kitRoutes, type Templates } from '@suishoupai/shared/desk-kit/contract';
import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { useState } from 'react';
import { ApiError } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { useLoad } from '../../load/use-load.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import type { KitDesk } from './desk-for.ts';

const kit = {
  ask: (desk: KitDesk): Promise<Templates> => call(kitRoutes.getTemplates, { query: desk }),
  put: (desk: KitDesk, next: Templates): Promise<Templates> =>
    call(kitRoutes.putTemplates, { body: { ...desk, ...next } }),
};

/** A template is one line: that is how a text knows whether it holds it. */
export const templateOf = (note: string): string =>
  note
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .slice(0, kitLimits.template);

/** The sentences of a desk, and one more kept from what was just written. */
export const useTemplates = (desk: KitDesk, { ask, put } = kit) => {
  const { view, show, reload } = useLoad(`${desk.communityId} ${desk.desk}`, () => ask(desk));
  const [isKeeping, setKeeping] = useState(false);
  const known = view.state === 'ready' ? view.data : undefined;
  const texts = known?.texts ?? [];

  const keep = async (note: string) => {
    if (known === undefined || isKeeping) return;
    setKeeping(true);
    try {
      show(await put(desk, { version: known.version, texts: [...known.texts, templateOf(note)] }));
      notify('已存为常用语，同事也能用');
    } catch (error) {
      notifyError(error);
      if (error instanceof ApiError && error.code === 'templates.changed') await reload();
    } finally {
      setKeeping(false);
    }
  };

  const mayKeep = (note: string): boolean => {
    const template = templateOf(note);
    return known !== undefined && template !== '' && !texts.includes(template) && texts.length < kitLimits.templates;
  };

  return { texts, keep, mayKeep, isKeeping };
};
