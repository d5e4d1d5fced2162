import { householdRoutes, rollFileRoutes } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import type { ActionId, CommunityId } from '@suishoupai/shared/ids';
import { useState } from 'react';
import type { ApiError } from '../../../../api/api-error.ts';
import { call } from '../../../../api/client.ts';
import { back } from '../../../../routes.ts';
import { notify, notifyError } from '../../../../ui/notify.ts';
import { useDeeds } from '../../../use-deeds.ts';
import { chooseRollFile, type RollFile } from '../choose-roll-file.ts';
import { missingIn, type Preview } from '../preview.ts';

type Body = { fileName: string; content: string };
type Chosen = { file: RollFile; preview: Preview; replaces: number };

const service = {
  choose: chooseRollFile,
  versionOf: async (communityId: CommunityId): Promise<number> =>
    (await call(householdRoutes.getRoll, { params: { communityId } })).standing?.version ?? 0,
  preview: (communityId: CommunityId, body: Body) =>
    call(rollFileRoutes.previewRoll, { params: { communityId }, body }),
  put: (communityId: CommunityId, body: Body & { id: ActionId; exclude: number[]; replaces: number }) =>
    call(rollFileRoutes.importRoll, { params: { communityId }, body }),
};

/** A file, what is wrong with it, what is left out by hand, and its being put in force. */
export const useImport = (communityId: CommunityId, { choose, versionOf, preview, put } = service) => {
  const [chosen, setChosen] = useState<Chosen>();
  const [excluded, setExcluded] = useState<readonly number[]>([]);
  const [isReading, setReading] = useState(false);
  const [unreadable, setUnreadable] = useState<string>();

  const look = async (file: RollFile): Promise<void> => {
    setUnreadable(undefined);
    setReading(true);
    try {
      const { fileName, content } = file;
      // The version first: a roll that comes after it is noticed when this one is put in force.
      const replaces = await versionOf(communityId);
      setChosen({ file, replaces, preview: await preview(communityId, { fileName: fileName.slice(-120), content }) });
      setExcluded([]);
    } catch (error) {
      setChosen(undefined);
      notifyError(error);
      setUnreadable((error as ApiError).message);
    } finally {
      setReading(false);
    }
  };

  const pick = async (): Promise<void> => {
    const file = await choose().catch(notifyError);
    if (file === undefined || file === null) return;
    if (file.size > householdLimits.fileBytes) {
      setUnreadable(`文件太大了，最大 ${householdLimits.fileBytes / 1024 / 1024} MB`);
      return;
    }
    await look(file);
  };

  const deeds = useDeeds({ onRefused: ({ code }) => code === 'roll.changed' && chosen && void look(chosen.file) });

  const submit = () =>
    deeds.run('import', async (id) => {
      if (chosen === undefined) return;
      const { fileName, content } = chosen.file;
      const body = { id, fileName: fileName.slice(-120), content, exclude: [...excluded], replaces: chosen.replaces };
      const { units, version } = await put(communityId, body);
      notify(`第 ${version} 版名册生效，共 ${units} 套`);
      back();
    });

  const toggle = (row: number) =>
    setExcluded((rows) => (rows.includes(row) ? rows.filter((each) => each !== row) : [...rows, row]));

  return {
    chosen,
    excluded,
    isReading,
    unreadable,
    isLocked: deeds.isLocked('import'),
    isSending: deeds.running === 'import',
    refusal: deeds.refusalOf('import'),
    missing: chosen === undefined ? undefined : missingIn(chosen.preview, excluded),
    pick,
    toggle,
    toggleAll: (rows: readonly number[]) => setExcluded((now) => (now.length === rows.length ? [] : rows)),
    submit,
  };
};
