import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';

export const shippedFiles = (dist: string, extension: string): string[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .sort();

/** What a phone may lack and nothing can polyfill, or what WeChat never had. */
const absent = ['Intl', 'BigInt', 'BigInt64Array', 'BigUint64Array', 'WebAssembly', 'SharedArrayBuffer', 'Atomics'];

type Globals = Record<string, unknown>;
type Factory = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** Runs the shipped modules as WeChat does: CommonJS by relative path, each once, in a realm that holds only what is given. */
export const openBundle = (dist: string, globals: Globals) => {
  const sandbox: Globals = { ...globals };
  sandbox['globalThis'] = sandbox;
  sandbox['global'] = sandbox;
  const context = vm.createContext(sandbox);
  vm.runInContext(absent.map((name) => `delete globalThis.${name};`).join(''), context);
  const modules = new Map<string, { exports: unknown }>();

  const load = (path: string): unknown => {
    const file = existsSync(path) && !path.endsWith('/') ? path : `${path}.js`;
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    modules.set(file, module);
    const source = `(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`;
    const factory: Factory = vm.runInContext(source, context, { filename: file });
    factory((request) => load(resolve(dirname(file), request)), module, module.exports);
    return module.exports;
  };

  const parse: (json: string) => unknown = vm.runInContext('JSON.parse', context);
  return {
    load: (file: string): void => void load(join(dist, file)),
    /** The value as an object of the bundle's own realm, as what WeChat hands over is. */
    inside: (value: unknown): unknown => (value === undefined ? undefined : parse(JSON.stringify(value))),
  };
};
