import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';

const script = fileURLToPath(new URL('./clean.memory.ts', import.meta.url));
const Measured = z.object({ answers: z.array(z.string()), megabytes: z.number() });

/** How much more a process held at its worst than after an ordinary small photo. */
const measured = async (kind: 'refused' | 'dearest') => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, kind]);
  return z.parse(Measured, JSON.parse(stdout));
};

test('六万见方的文件头、夹带别的内容的照片：不到 64 MB', { timeout: 60_000 }, async () => {
  const { answers, megabytes } = await measured('refused');
  const tooMany = 'tooManyPixels';
  expect(answers.slice(0, 6)).toEqual([tooMany, tooMany, tooMany, 'damaged', 'notAPicture', 'notAPicture']);
  expect(answers.slice(6, 8)).toEqual(['ok', 'ok']);
  expect(megabytes).toBeLessThan(64);
});

/** The function has 1536 MB. */
test('放进来的里最费内存的一张：四千九百万像素的渐进式 JPEG，不到 512 MB', { timeout: 60_000 }, async () => {
  const { answers, megabytes } = await measured('dearest');
  expect(answers).toEqual(['ok']);
  expect(megabytes).toBeLessThan(512);
});
