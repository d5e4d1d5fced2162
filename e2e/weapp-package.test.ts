import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { apiUrl, builtMiniapp } from './stack.ts';
import { shippedFiles } from './weapp/bundle.ts';
import { nodesOf, type PackageSize, packageSizes, syntaxOf } from './weapp/shipped.ts';
import { readTemplates } from './weapp/wxml.ts';

const kilobyte = 1024;
const limits = { main: 600 * kilobyte, each: 1024 * kilobyte, all: 2560 * kilobyte };
const main = '主包';

const AppJson = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })),
});

/** What a phone may not have: neither our code nor what it was built from may count on it. */
const missingOnPhones = new Set(['fetch', 'TextEncoder', 'TextDecoder', 'Intl', 'BigInt', 'structuredClone', 'crypto']);

describe('发布包', () => {
  let dist: string;
  let app: z.output<typeof AppJson>;
  let sizes: PackageSize[];
  const scripts = () =>
    shippedFiles(dist, '.js').map((file) => ({ file, source: readFileSync(join(dist, file), 'utf8') }));

  beforeAll(async () => {
    dist = await builtMiniapp('weapp');
    app = z.parse(AppJson, JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')));
    sizes = packageSizes(
      dist,
      app.subPackages.map(({ root }) => root),
    );
    console.table(sizes);
  });

  test('列出的每一页都在包里', () => {
    const subpages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    const shipped = shippedFiles(dist, '.wxml');
    const pages = [...app.pages, ...subpages];
    expect(pages.filter((page) => !shipped.includes(`${page}.wxml`))).toEqual([]);
    expect(pages).toContain('report/form/index');
    expect(pages).toContain('staff/handle/index');
  });

  test('大小在预算之内', () => {
    expect(sizes.find(({ name }) => name === main)?.bytes).toBeLessThanOrEqual(limits.main);
    expect(sizes.filter(({ bytes }) => bytes > limits.each)).toEqual([]);
    expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(limits.all);
  });

  test('老手机读得懂每个文件的语法', () => {
    expect(() => scripts().forEach(({ file }) => void syntaxOf(dist, file))).not.toThrow();
  });

  test('不用手机上可能没有的东西，也不从文字里造代码', () => {
    const used = scripts().flatMap(({ file }) =>
      [...nodesOf(syntaxOf(dist, file))].flatMap((node) => {
        if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
        const { callee } = node;
        const [argument] = node.arguments;
        if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier')
          return missingOnPhones.has(callee.object.name) ? [`${file}: ${callee.object.name}`] : [];
        if (callee.type !== 'Identifier') return [];
        const isHarmless = argument?.type === 'Literal' && argument.value === 'return this';
        if (callee.name === 'Function' && !isHarmless) return [`${file}: Function`];
        return missingOnPhones.has(callee.name) || callee.name === 'eval' ? [`${file}: ${callee.name}`] : [];
      }),
    );
    expect(used).toEqual([]);
  });

  test('除了服务的地址，不提任何没有加密的地址', () => {
    const hosts = scripts().flatMap(({ source }) => [...source.matchAll(/http:\/\/[\w.:-]+/g)].map(([host]) => host));
    expect([...new Set(hosts)].filter((host) => host !== apiUrl && host !== 'http://www.w3.org')).toEqual([]);
  });

  test('读屏要的名字和角色都在模板里', () => {
    const views = [...readTemplates(dist).values()].filter(({ tag, events }) => tag === 'view' && events.has('tap'));
    const named = views.filter(({ attributes }) => attributes.has('aria-label') && attributes.has('aria-role'));
    expect(named.length).toBeGreaterThan(0);
    const wanted = ['aria-role', 'aria-label', 'aria-hidden', 'aria-checked', 'aria-disabled', 'aria-live'];
    const written = new Set(views.flatMap(({ attributes }) => [...attributes.keys()]));
    expect(wanted.filter((name) => !written.has(name))).toEqual([]);
  });
});
