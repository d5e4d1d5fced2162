import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const verifier = fileURLToPath(new URL('../../../verify/suishoupai-verify.mjs', import.meta.url));
const run = promisify(execFile);

/** What the verifier says of a pack, with whatever else it is given, each as a file. */
export const verified = async (pack: string, receipt?: object, openings?: object): Promise<string> => {
  const directory = mkdtempSync(join(tmpdir(), 'pack-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  const given = [
    file('pack.json', pack),
    ...(receipt === undefined ? [] : [file('receipt.json', JSON.stringify(receipt))]),
    ...(openings === undefined ? [] : ['--openings', file('openings.json', JSON.stringify(openings))]),
  ];
  const result = await run(process.execPath, [verifier, ...given]).catch((error: { stdout: string }) => error);
  rmSync(directory, { recursive: true });
  return result.stdout;
};
