import * as fc from 'fast-check';

type Def = ReadonlyMap<string, unknown>;
type Schema = { _zod: { def: object; pattern?: RegExp } };

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;
const defOf = ({ _zod: { def } }: Schema): Def => new Map<string, unknown>(Object.entries(def));
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const schemasOf = (value: unknown): Schema[] => listOf(value).filter(isSchema);

/** The bounds that a schema sets, by the name of the check. */
const boundsOf = (def: Def): Map<string, number> => {
  const bounds = new Map<string, number>();
  for (const check of schemasOf(def.get('checks'))) {
    const given = defOf(check);
    const value = given.get('minimum') ?? given.get('maximum') ?? given.get('value');
    if (typeof value === 'number') bounds.set(String(given.get('check')), value);
  }
  return bounds;
};

/** A template has a pattern of its own, plain text in one of its checks. */
const patternOf = (schema: Schema, def: Def): RegExp | undefined => {
  if (def.get('type') === 'template_literal') return schema._zod.pattern;
  const inChecks = schemasOf(def.get('checks')).map((check) => defOf(check).get('pattern'));
  return inChecks.find((each): each is RegExp => each instanceof RegExp);
};

const known = new Map<string, fc.Arbitrary<string>>();
/** Made once for each pattern: one with all of Chinese in it takes long to make. */
const matching = (pattern: RegExp): fc.Arbitrary<string> => {
  const made = known.get(pattern.source) ?? fc.stringMatching(pattern);
  known.set(pattern.source, made);
  return made;
};

const textLike = (schema: Schema, def: Def): fc.Arbitrary<unknown> => {
  const format = def.get('format');
  if (format === 'datetime') return fc.constantFrom('2026-12-12T02:00:00.000Z', '2026-12-11T05:00:00.000Z');
  if (format === 'date') return fc.constantFrom('2026-12-12', '2027-01-31', '2024-02-29');
  const bounds = boundsOf(def);
  const pattern = patternOf(schema, def);
  if (pattern !== undefined) return matching(pattern);
  const [minLength, maxLength] = [bounds.get('min_length') ?? 0, bounds.get('max_length') ?? 40];
  return fc.string({
    unit: fc.constantFrom(...'灯不亮a1 ，。'),
    minLength,
    maxLength: Math.min(maxLength, minLength + 40),
  });
};

const numberLike = (def: Def): fc.Arbitrary<unknown> => {
  const bounds = boundsOf(def);
  const [min, max] = [bounds.get('greater_than') ?? -10, bounds.get('less_than') ?? 100_000];
  return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
};

const objectLike = (def: Def): fc.Arbitrary<unknown> => {
  const shape = Object.entries(def.get('shape') ?? {}).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
  return fc
    .tuple(...shape.map(([, schema]) => honest(schema)))
    .map((values) =>
      Object.fromEntries(shape.map(([key], i) => [key, values[i]] as const).filter(([, value]) => value !== undefined)),
    );
};

const eitherOf = (schemas: readonly Schema[]): fc.Arbitrary<unknown> => fc.oneof(...schemas.map(honest));

/** What a schema lets in, as far as its checks can be read; a refinement may still refuse it. */
const honest = (schema: Schema): fc.Arbitrary<unknown> => {
  const def = defOf(schema);
  const inner = def.get('innerType');
  switch (def.get('type')) {
    case 'string':
    case 'template_literal':
      return textLike(schema, def);
    case 'number':
    case 'int':
      return numberLike(def);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.get('entries') ?? {}));
    case 'literal':
      return fc.constantFrom(...listOf(def.get('values')));
    case 'object':
      return objectLike(def);
    case 'union':
      return eitherOf(schemasOf(def.get('options')));
    case 'tuple':
      return fc.tuple(...schemasOf(def.get('items')).map(honest));
    case 'array': {
      const element = def.get('element');
      const bounds = boundsOf(def);
      const minLength = bounds.get('min_length') ?? 0;
      const maxLength = Math.min(bounds.get('max_length') ?? 4, minLength + 3);
      return isSchema(element) ? fc.array(honest(element), { minLength, maxLength }) : fc.constant([]);
    }
    case 'record':
      return fc.constantFrom({}, { approve: 1 }, { approve: 0, against: 3 });
    case 'optional':
      return isSchema(inner) ? fc.option(honest(inner), { nil: undefined }) : fc.constant(undefined);
    case 'nullable':
      return isSchema(inner) ? fc.option(honest(inner)) : fc.constant(null);
    default:
      return isSchema(inner) ? honest(inner) : fc.anything();
  }
};

/** What stands right at the bounds of a schema, and one beyond. */
const atBounds = (schema: Schema): unknown[] => {
  const def = defOf(schema);
  const isList = def.get('type') === 'array';
  return [...boundsOf(def)].flatMap(([check, bound]): unknown[] => {
    const three = [bound - 1, bound, bound + 1];
    if (!check.endsWith('_length')) return [...three, bound + 0.5, String(bound)];
    const lengths = three.filter((length) => length >= 0 && length <= 10_000);
    return isList
      ? lengths.map((length) => Array.from({ length }, () => 'x'))
      : lengths.map((length) => '灯'.repeat(length));
  });
};

/** The schemas that may stand at a place of a value. */
const schemasAt = (schema: Schema, path: readonly string[]): Schema[] => {
  const def = defOf(schema);
  const within = [...schemasOf(def.get('options')), ...schemasOf([def.get('innerType')])];
  if (within.length > 0) return within.flatMap((each) => schemasAt(each, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const shape = new Map(Object.entries(def.get('shape') ?? {}));
  return schemasOf([shape.get(key) ?? def.get('element') ?? def.get('valueType')]).flatMap((each) =>
    schemasAt(each, rest),
  );
};

/** Values near what the contract lets in at a place: honest ones of their own, and those at its bounds. */
export const near = (schema: unknown, path: readonly string[]): fc.Arbitrary<unknown> => {
  const found = isSchema(schema) ? schemasAt(schema, path) : [];
  const bounds = found.flatMap(atBounds);
  const own = found.map(honest);
  const all = bounds.length > 0 ? [...own, fc.constantFrom(...bounds)] : own;
  return all.length > 0 ? fc.oneof(...all) : fc.constant(null);
};

/** A whole part of a request as the contract has it; undefined where it has none. */
export const wholePart = (schema: unknown): fc.Arbitrary<unknown> =>
  isSchema(schema) ? honest(schema) : fc.constant(undefined);
