import type { Owner } from '@suishoupai/shared/households/contract';

/** The owners that say anything, as they are sent. */
export const writtenOwners = (owners: readonly Owner[]): Owner[] =>
  owners
    .map(({ name, idTail }) => ({ name: name.trim(), idTail: idTail.trim().toUpperCase() }))
    .filter(({ name, idTail }) => name !== '' || idTail !== '');

/** What a sale still needs, in words. */
export const saleProblem = (owners: readonly Owner[], reason: string): string | undefined => {
  const written = writtenOwners(owners);
  if (written.length === 0) return '写上新业主';
  if (written.some(({ name }) => name === '')) return '每一位都要写姓名';
  if (written.some(({ idTail }) => !/^[0-9A-Z]{4}$/.test(idTail))) return '证件后四位要写满四位';
  const keys = written.map(({ name, idTail }) => `${name} ${idTail}`);
  if (new Set(keys).size !== keys.length) return '同一位业主写了两遍';
  return reason.trim() === '' ? '写明依据' : undefined;
};
