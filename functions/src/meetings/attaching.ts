import { type CommonCode, commonErrors } from '@suishoupai/shared/contract/common-errors';
import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import { hallErrors } from '@suishoupai/shared/contract/hall-errors';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import { kindOfType } from '@suishoupai/shared/media/files';
import type { Attachment, Hung } from '@suishoupai/shared/meetings/attachments';
import type { MinutesBody, MinutesWriting } from '@suishoupai/shared/meetings/contract';
import { refusalWords } from '../media/refusals.ts';
import type { MediaRecord } from '../media/store.ts';

/** What somebody uploaded, in the order of the ids; at most nine. */
export type MediaOf = (ownerId: PersonId, ids: readonly MediaId[]) => Promise<(MediaRecord | undefined)[]>;

const photoCode = (record: MediaRecord | undefined): CommonCode | undefined => {
  if (record === undefined) return 'media.notFound';
  if (record.state === 'clean') return undefined;
  return record.state === 'awaiting' ? 'media.notReady' : 'media.refused';
};

type FileCode = 'attachment.notFound' | 'attachment.notReady' | 'attachment.refused';
type Found = { file: Omit<Attachment, 'name'> } | { code: FileCode; message: string };

const found = (record: MediaRecord | undefined): Found => {
  const refused = (code: FileCode, message: string = hallErrors[code].message) => ({ code, message });
  if (record === undefined) return refused('attachment.notFound');
  const { id, size, contentType, state } = record;
  const kind = kindOfType(contentType);
  if (kind === undefined) return refused('attachment.refused', '这是照片，请放在「照片」里');
  if (state === 'refused') return refused('attachment.refused', refusalWords[record.reason]);
  return state === 'kept' ? { file: { id, kind, size, sha256: record.digest } } : refused('attachment.notReady');
};

/** What hangs on minutes that are written: photos and files. Those of the version before are as good as they were; new ones are the writer's own. */
export const makeAttaching = (mediaOf: MediaOf) => {
  const ownOf = async (ownerId: PersonId, ids: readonly MediaId[]) => {
    const records = ids.length === 0 ? [] : await mediaOf(ownerId, ids);
    return new Map(ids.map((id, index) => [id, records[index]]));
  };

  const checkPhotos = async (ownerId: PersonId, photos: readonly MediaId[], known: readonly MediaId[]) => {
    const own = await ownOf(
      ownerId,
      photos.filter((id) => !known.includes(id)),
    );
    photos.forEach((id, place) => {
      const code = own.has(id) ? photoCode(own.get(id)) : undefined;
      if (code === undefined) return;
      const field = `body.body.photos.${place}`;
      throw new AppError(code, [{ field, rule: code, message: commonErrors[code].message }]);
    });
  };

  const filesOf = async (ownerId: PersonId, hung: readonly Hung[], known: readonly Attachment[]) => {
    const ids = hung.map(({ id }) => id);
    const before = new Map(known.map((each) => [each.id, each]));
    const own = await ownOf(
      ownerId,
      ids.filter((id) => !before.has(id)),
    );
    return hung.map(({ id, name }, place): Attachment => {
      const field = `body.body.attachments.${place}`;
      if (ids.indexOf(id) !== place) throw invalidField(`${field}.id`, 'repeated', '同一个附件只能放一次');
      const kept = before.get(id);
      if (kept !== undefined) return { ...kept, name };
      const looked = found(own.get(id));
      if ('file' in looked) return { ...looked.file, name };
      const { code, message } = looked;
      throw new AppError(code, [{ field, rule: code, message }]);
    });
  };

  /** The minutes with what their files are; AppError for a photo or a file that cannot hang on them, naming its field. */
  return async (
    ownerId: PersonId,
    { attachments: hung = [], ...said }: MinutesWriting,
    before: MinutesBody | undefined,
  ): Promise<MinutesBody> => {
    await checkPhotos(ownerId, said.photos, before?.photos ?? []);
    const attachments = await filesOf(ownerId, hung, before?.attachments ?? []);
    return attachments.length === 0 ? said : { ...said, attachments };
  };
};
