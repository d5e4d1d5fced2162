import type { Item, Key, Part, Table } from '@suishoupai/functions/dynamo/table';

/** The size rule of DynamoDB: names and texts in UTF-8, numbers by pairs of digits, lists and maps with three bytes and one for each part. */
const sizeOfValue = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + 1 + sizeOfValue(each), 3);
  if (typeof value === 'object' && value !== null) return 3 + sizeOf(value) + Object.keys(value).length;
  return 1;
};
const sizeOf = (item: object): number =>
  Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value), 0);

const unitsOf = (item: Item | undefined): number => Math.max(1, Math.ceil(sizeOf(item ?? {}) / 1024));
const keyOf = (part: Part): Key =>
  'put' in part ? { pk: part.put.pk, sk: part.put.sk } : 'check' in part ? part.check.key : part.update.key;

/** A table that counts what its writes cost, without indexes: DynamoDB Local does not tell of transactions. */
export const countedTable = (table: Table) => {
  const spent = { transactions: 0, inTransactions: 0, alone: 0, reads: 0, largest: 0 };
  const after = async (key: Key): Promise<Item | undefined> => {
    const item = await table.get(key);
    spent.largest = Math.max(spent.largest, sizeOf(item ?? {}));
    return item;
  };
  const counted: Table = {
    ...table,
    get: (...given) => {
      spent.reads += 1;
      return table.get(...given);
    },
    put: async (item, ...rest) => {
      spent.alone += unitsOf(item);
      return table.put(item, ...rest);
    },
    update: async (key, ...rest) => {
      const written = await table.update(key, ...rest);
      spent.alone += unitsOf(await after(key));
      return written;
    },
    transact: async (parts) => {
      spent.transactions += 1;
      const isWritten = await table.transact(parts);
      for (const part of parts) spent.inTransactions += 2 * unitsOf(await after(keyOf(part)));
      return isWritten;
    },
  };
  return {
    table: counted,
    /** What was spent since it was last asked. */
    take: () => {
      const taken = { ...spent };
      Object.assign(spent, { transactions: 0, inTransactions: 0, alone: 0, reads: 0, largest: 0 });
      return taken;
    },
  };
};
