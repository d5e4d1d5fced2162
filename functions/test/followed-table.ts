import type { ItemChange } from '../src/dynamo/memory-items.ts';
import type { Item, Key, Part, Table } from '../src/dynamo/table.ts';

const keyOf = (part: Part): Key =>
  'put' in part ? { pk: part.put.pk, sk: part.put.sk } : 'check' in part ? part.check.key : part.update.key;

/** A table whose stream is followed before the writer is answered, so that tests see at once what follows. */
export const followedTable = (table: Table, follow: (change: ItemChange) => Promise<void>): Table => {
  const around = async <T>(keys: readonly Key[], write: () => Promise<T>, isDone: (result: T) => boolean) => {
    const read = (): Promise<(Item | undefined)[]> => Promise.all(keys.map((key) => table.get(key)));
    const before = await read();
    const result = await write();
    if (!isDone(result)) return result;
    const after = await read();
    for (const [index, each] of after.entries()) await follow({ before: before[index], after: each });
    return result;
  };
  const isApplied = ({ applied }: { applied: boolean }) => applied;
  return {
    ...table,
    put: (item, ...rest) => around([{ pk: item.pk, sk: item.sk }], () => table.put(item, ...rest), isApplied),
    update: (key, ...rest) => around([key], () => table.update(key, ...rest), isApplied),
    transact: (parts) =>
      around(
        parts.filter((part) => !('check' in part)).map(keyOf),
        () => table.transact(parts),
        (isWritten) => isWritten,
      ),
    delete: (key) =>
      around(
        [key],
        () => table.delete(key),
        () => true,
      ),
  };
};
