import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';

/** One change of our code: text that stands in a file once, and what stands in its place. */
export type Edit = { file: string; find: string; put: string };

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Our code with the edits in it, as the tests load it; no file is changed. */
const withEdits = (edits: readonly Edit[]) => ({
  name: 'mutant',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => {
    const path = id.split('?')[0] ?? id;
    return edits
      .filter(({ file }) => path === root + file)
      .reduce((changed, { find, put }) => changed.replace(find, () => put), code);
  },
});

/** The names of the tests of one file that fail on our code with these edits, and how many there are. */
export const failuresOf = async (tests: string, edits: readonly Edit[]): Promise<{ failed: string[]; ran: number }> => {
  const vitest = await startVitest(
    [tests],
    {
      root,
      config: false,
      watch: false,
      include: [tests],
      reporters: [{}],
      passWithNoTests: false,
      fsModuleCache: false,
    },
    { plugins: [withEdits(edits)] },
  );
  const all = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const failed = all.filter((each) => each.result().state === 'failed').map(({ name }) => name);
  await vitest.close();
  return { failed, ran: all.length };
};

/** A line of a table as it is read in a terminal and in Markdown. */
export const row = (...cells: readonly string[]) => console.info(`| ${cells.join(' | ')} |`);
