import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFiles, defaultPorts } from '@suishoupai/local/settings';
import { type Stack, startStack } from '@suishoupai/local/stack';
import { buildMiniapp, outputOf } from '@suishoupai/local/taro';
import { settings } from './settings.ts';

/** What the shipped mini-program was told the service's address is. */
export const apiUrl = settings.weappApi ?? `http://127.0.0.1:${defaultPorts.app}`;

/** The folder of a build that fits the sources; built when there is none. */
export const builtMiniapp = async (type: 'h5' | 'weapp'): Promise<string> => {
  const given = type === 'h5' ? settings.h5Dir : settings.weappDir;
  if (given !== undefined) return given;
  await buildMiniapp({ type, appUrl: apiUrl });
  return outputOf(type);
};

/**
 * The whole product on free ports with fresh demo data, or empty, and nothing left of it afterwards. `isOnDisk`: what is written outlives
 * DynamoDB Local, and takes seven times as long.
 */
export const startProduct = async ({ demo = true, isOnDisk = false } = {}): Promise<Stack & { log: () => string }> => {
  const kept = isOnDisk ? { dataDir: mkdtempSync(join(tmpdir(), 'suishoupai-')) } : {};
  const stack = await startStack({ h5Dir: await builtMiniapp('h5'), demo, ...kept });
  const { functionsLog } = dataFiles(stack.dataDir);
  return {
    ...stack,
    log: () => readFileSync(functionsLog, 'utf8'),
    stop: async () => {
      await stack.stop();
      rmSync(stack.dataDir, { recursive: true, force: true });
    },
  };
};

export type Product = Awaited<ReturnType<typeof startProduct>>;
