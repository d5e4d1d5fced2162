/**
 * Copying through the serialiser of the engine is the largest single cost of a run. What the stores keep is plain, and copied here field by
 * field; whatever is not plain is still left to the engine, which also says what cannot be copied.
 */
const copyByEngine = structuredClone;

const copyOf = (value: unknown): unknown => {
  if (typeof value === 'function' || typeof value === 'symbol') return copyByEngine(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (Object.getPrototypeOf(value) !== Object.prototype) return copyByEngine(value);
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) copy[name] = copyOf(each);
  return copy;
};

Object.defineProperty(globalThis, 'structuredClone', { value: copyOf });
