import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/**
 * Beside its entry, where the deployed function finds them: the libraries that make PDF and DOCX read files of their own at run time and
 * cannot be bundled. Plain JavaScript and WebAssembly, so the very files that the tests ran with are copied.
 */
const entry = fileURLToPath(new URL('../../functions/src/entry/documents', import.meta.url));
const target = join(entry, 'node_modules');
const libraries = ['docx', 'fontkit', 'pdfkit', 'subset-font'];
/** Nine weights of ten megabytes; documents are set in one. */
const typeface = '@expo-google-fonts/noto-sans-sc';
const weight = '400Regular';

const Manifest = z.object({ version: z.string(), dependencies: z.optional(z.record(z.string(), z.string())) });
const manifestIn = (folder: string) =>
  z.parse(Manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));

/** Where Node would find a package from a folder, by its rules and without its `exports`. */
const folderOf = (name: string, from: string): string => {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(at) === at) throw new Error(`${name} is not installed: run npm ci`);
  }
};

/** A package and all that it depends on, by folder: of some there is more than one version, nested in the one that wants it. */
const closure = (names: readonly string[], from: string, found = new Set<string>()): Set<string> => {
  for (const name of names) {
    const folder = folderOf(name, from);
    if (found.has(folder)) continue;
    found.add(folder);
    closure(Object.keys(manifestIn(folder).dependencies ?? {}), folder, found);
  }
  return found;
};

const modules = `${sep}node_modules${sep}`;
/** Below the first `node_modules` of its path, so that what is nested stays nested. */
const placeOf = (folder: string): string => folder.slice(folder.indexOf(modules) + modules.length);

const buildDocuments = () => {
  const functions = fileURLToPath(new URL('../../functions', import.meta.url));
  const packages = [...closure(libraries, functions)];
  const wanted = JSON.stringify(packages.map((folder) => `${placeOf(folder)}@${manifestIn(folder).version}`).sort());
  const mark = join(target, '.packages.json');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    rmSync(target, { recursive: true, force: true });
    for (const folder of packages) {
      const isOwn = (file: string) => !file.slice(folder.length).includes(`${sep}node_modules`);
      cpSync(folder, join(target, placeOf(folder)), { recursive: true, filter: isOwn });
    }
    const font = folderOf(typeface, functions);
    mkdirSync(join(target, typeface, weight), { recursive: true });
    for (const file of ['package.json', join(weight, 'NotoSansSC_400Regular.ttf')]) {
      cpSync(join(font, file), join(target, typeface, file));
    }
    writeFileSync(mark, wanted);
  }
  console.log(`${packages.length} packages and a typeface for documents are ready`);
};

buildDocuments();
