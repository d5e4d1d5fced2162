/** Every path of a body with something in it; the places of a list are one. */
export const pathsOf = (value: unknown, at = ''): string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => pathsOf(each, at)))];
  if (typeof value !== 'object' || value === null) return at === '' ? [] : [at];
  const inside = Object.entries(value).flatMap(([key, each]) => pathsOf(each, at === '' ? key : `${at}.${key}`));
  return at === '' ? inside : [at, ...inside];
};

type Shown = { _zod: { def: object } };

const isShown = (value: unknown): value is Shown => typeof value === 'object' && value !== null && '_zod' in value;

const parts = (def: object): { at: string; of: unknown }[] => {
  const given = new Map<string, unknown>(Object.entries(def));
  const shape = given.get('shape');
  if (typeof shape === 'object' && shape !== null) return Object.entries(shape).map(([at, of]) => ({ at, of }));
  const inner = [
    given.get('element'),
    given.get('innerType'),
    given.get('valueType'),
    given.get('options'),
    given.get('items'),
  ];
  return inner.flat().map((of) => ({ at: '', of }));
};

/** Every path that a schema lets out. */
export const pathsIn = (schema: unknown, at = ''): string[] => {
  if (!isShown(schema)) return at === '' ? [] : [at];
  const inside = parts(schema._zod.def).flatMap(({ at: key, of }) =>
    isShown(of) ? pathsIn(of, key === '' ? at : at === '' ? key : `${at}.${key}`) : [],
  );
  return [...new Set(at === '' ? inside : [at, ...inside])];
};
