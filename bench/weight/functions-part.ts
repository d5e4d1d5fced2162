import { fileURLToPath } from 'node:url';
import { figure, type Measured, type Part, table } from '../part.ts';
import { type Bundle, besideDocuments, withBundles } from './bundles.ts';
import { startRatios } from './start-up.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [runs, quickRuns] = [15, 3];
const mostRatio = 10;
const mostGzipped = 130_000;
/**
 * The rules and sentences of law are data that each request of `hall` and `votes` may need (docs/adr/0014). `documents` serves five parts of the
 * product, reads spreadsheets, and loads the libraries of PDF and DOCX that stand beside its bundle: whoever waits for a file waits for that (9.6 times an empty handler, too near to 10 to be told from noise).
 */
const allowed: Partial<Record<string, { gzipped: number; ratio?: number }>> = {
  hall: { gzipped: 142_000 },
  votes: { gzipped: 142_000 },
  documents: { gzipped: 165_000, ratio: 12 },
};
/** Somebody waits for these; what runs in the background has no budget of its own. */
const background = /-(stream|sweep)$|^(sweep|clean-media)$/;
const shownParts = 6;

const mostOf = ({ name }: Bundle): number | undefined =>
  background.test(name) ? undefined : (allowed[name]?.gzipped ?? mostGzipped);
/** Of the 250 MB that Lambda unpacks for a function. */
const mostBeside = 60_000_000;
const kilobytes = (bytes: number): string => figure(bytes / 1000);
/** Weights that were shed and must not come back: what looks for credentials in other places than the environment, SHA-256 in JavaScript. */
const shed = ['@aws-sdk/nested-clients', '@aws-sdk/credential-provider-node', '@aws-crypto/sha256-js'];

/** Bytes of each function, what they are, and how long they take to start. */
export const functionsPart: Part = {
  title: 'Weight of the functions',
  measure: ({ isQuick }): Promise<Measured> =>
    withBundles(root, async (bundles, folder) => {
      const beside = besideDocuments(root);
      const ratios = startRatios(bundles, folder, isQuick ? quickRuns : runs);
      const faults = bundles.flatMap((bundle) => {
        const most = mostOf(bundle);
        const ratio = ratios.get(bundle.name) ?? 0;
        return [
          most !== undefined && bundle.gzipped > most && `${bundle.name} has ${bundle.gzipped} bytes of ${most}`,
          ratio > (allowed[bundle.name]?.ratio ?? mostRatio) &&
            `${bundle.name} starts in ${figure(ratio)} times an empty handler`,
          ...shed.map((name) => bundle.parts.some(([part]) => part === name) && `${bundle.name} brings ${name}`),
        ].filter((fault) => fault !== false);
      });
      if (beside > mostBeside) faults.push(`documents brings ${beside} bytes of ${mostBeside}`);
      const rows = bundles
        .toSorted((a, b) => b.gzipped - a.gzipped)
        .map((bundle) => {
          const { name, bytes, gzipped, parts } = bundle;
          const most = mostOf(bundle);
          const biggest = parts.slice(0, shownParts).map(([part, size]) => `${part} ${kilobytes(size)}`);
          return [
            name,
            kilobytes(gzipped),
            most === undefined ? '' : kilobytes(most),
            kilobytes(bytes),
            figure(ratios.get(name) ?? 0),
            biggest.join(', '),
          ];
        });
      return {
        text: [
          `Bundled as they are packaged (ESM of the SDK, minified); kB = 1,000 bytes. *÷ empty*: from the start of a process to a loaded handler over the same with an empty one, ` +
            `fresh processes, interleaved, the least of ${isQuick ? quickRuns : runs}; at most ${mostRatio}. ${shed.join(', ')}: in none of them. Beside the bundle of \`documents\` stand its libraries and a typeface, ${figure(beside / 1e6)} MB of at most ${mostBeside / 1e6}, which its start loads and its kB do not count; it may take ${allowed['documents']?.ratio} times an empty handler.`,
          table(['function', 'gz kB', 'budget', 'kB', '÷ empty', 'largest parts, kB'], rows),
        ].join('\n\n'),
        faults,
      };
    }),
};
