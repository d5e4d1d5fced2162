type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Mutation = { what: string; changed: Json };

const isRecord = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Another value of the same kind, for strings one that could stand in the same place. */
const other = (value: Json): Json => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return 0;
  const last = value.slice(-1);
  return `${value.slice(0, -1)}${last === '0' ? '1' : '0'}`;
};

type Change = readonly [what: string, changed: Json];

const inArray = (items: readonly Json[], at: number): Change[] => {
  const [before, item, next, after] = [items.slice(0, at), items[at], items[at + 1], items.slice(at + 1)];
  if (item === undefined) return [];
  const swapped: Change = [
    `[${at}] swapped with the next`,
    [...before, ...items.slice(at + 1, at + 2), item, ...items.slice(at + 2)],
  ];
  return [
    [`[${at}] dropped`, [...before, ...after]],
    [`[${at}] doubled`, [...before, item, item, ...after]],
    ...(next === undefined || JSON.stringify(next) === JSON.stringify(item) ? [] : [swapped]),
  ];
};

/** Every single change of a value: each scalar another, each element of a list dropped, doubled or moved, each field taken away or added. */
export const mutationsOf = (value: Json): Mutation[] => {
  if (Array.isArray(value)) {
    const lists = value.flatMap((_, at) => inArray(value, at));
    const added: Change[] = value.length === 0 ? [['[0] added', [0]]] : [];
    const within = value.flatMap((item, at) =>
      mutationsOf(item).map(({ what, changed }): Change => [`[${at}]${what}`, value.with(at, changed)]),
    );
    return [...lists, ...added, ...within].map(([what, changed]) => ({ what, changed }));
  }
  if (isRecord(value)) {
    const fields = Object.entries(value).flatMap(([key, item]) => {
      const { [key]: _, ...rest } = value;
      const within = mutationsOf(item).map(({ what, changed }) => ({
        what: `.${key}${what}`,
        changed: { ...value, [key]: changed },
      }));
      return [{ what: `.${key} taken away`, changed: rest }, ...within];
    });
    return [...fields, { what: '.extra added', changed: { ...value, extra: 0 } }];
  }
  return [{ what: ' changed', changed: other(value) }];
};
