import type { KeptDuty } from '@suishoupai/functions/places/duty-store';
import { applyEdit, editBetween } from '@suishoupai/shared/duty/edit';
import type { DutyList } from '@suishoupai/shared/duty/routes';

type Lists = Omit<DutyList, 'version'>;

/**
 * The version that makes a community's lists those of a file, in force at once; undefined when they already are. Throws RangeError when a
 * version that its staff wrote is still to come: nothing may come into force before it.
 */
export const versionFromFile = (newest: KeptDuty | undefined, given: Lists, now: Date): KeptDuty | undefined => {
  const at = now.toISOString();
  const { version = 0, lines = [], negative = [], effectiveFrom = at } = newest ?? {};
  if (effectiveFrom > at)
    throw new RangeError(`责任清单第 ${version} 版要到 ${effectiveFrom} 才生效，请等它生效后再写入`);
  // Whatever the file does not have is struck: it holds the whole list.
  const before = { lines, negative };
  const next = applyEdit(before, editBetween(before, given));
  if (newest !== undefined && next.changed.length + next.changedNegative.length === 0) return undefined;
  // A first list has nothing it differs from.
  const changes = newest === undefined ? { changed: [], changedNegative: [] } : {};
  return {
    ...next,
    ...changes,
    version: version + 1,
    effectiveFrom: at,
    changedBy: '系统管理员',
    changedAt: at,
    reason: newest === undefined ? '社区开通' : '按社区文件更新',
  };
};
