import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { shippedFiles } from './bundle.ts';

/** What `browserslist` of the mini-program promises: iOS 12 and Chrome 70 read it. WeChat brings missing functions along, but not grammar. */
const ecmaVersion = 2019;

/** Throws SyntaxError where a shipped file needs a newer language. */
export const syntaxOf = (dist: string, file: string): AnyNode =>
  parse(readFileSync(join(dist, file), 'utf8'), { ecmaVersion, sourceType: 'script', allowHashBang: false });

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export const nodesOf = function* (node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const value of Object.values(node)) {
    const children: unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) yield* nodesOf(child);
  }
};

const isTaroItself = (file: string) => /^(taro|vendors|runtime)\.js$/.test(file);

/** Called on whatever a function without arguments gave, like Taro's APIs, but not WeChat's. */
const notApis = new Set(['then', 'catch', 'finally', 'getCurrentPages']);

/** Names that our code calls on Taro: webpack writes `Taro.showToast()` as `t().showToast()`. */
export const usedApis = (dist: string): string[] => {
  const names = new Set<string>();
  for (const file of shippedFiles(dist, '.js').filter((each) => !isTaroItself(each)))
    for (const node of nodesOf(syntaxOf(dist, file))) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') continue;
      const { object, property, computed } = node.callee;
      const isTaro =
        object.type === 'CallExpression' && object.arguments.length === 0 && object.callee.type === 'Identifier';
      if (isTaro && !computed && property.type === 'Identifier') names.add(property.name);
    }
  return [...names].filter((name) => !notApis.has(name)).sort();
};

export type PackageSize = { name: string; bytes: number; files: number };

/** Bytes of every package as WeChat counts them: everything in the folder, subpackages apart. */
export const packageSizes = (dist: string, roots: readonly string[]): PackageSize[] => {
  const sizes = new Map<string, PackageSize>(['主包', ...roots].map((name) => [name, { name, bytes: 0, files: 0 }]));
  for (const file of shippedFiles(dist, '')) {
    const stat = statSync(join(dist, file));
    const name = roots.find((root) => file.startsWith(`${root}/`)) ?? '主包';
    const size = sizes.get(name);
    // Not uploaded: the stamp of the local build and licence texts that DevTools leaves out are still counted, to be on the safe side.
    if (size === undefined || !stat.isFile()) continue;
    size.bytes += stat.size;
    size.files += 1;
  }
  return [...sizes.values()];
};
