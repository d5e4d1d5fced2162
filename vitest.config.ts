import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', expect: { requireAssertions: true } } as const;
/** Suites that start the whole product. */
const patient = { testTimeout: 120_000, hookTimeout: 300_000 } as const;
/** One less than the cores is what a person at the machine wants; here half of every wait is for DynamoDB Local. */
const maxWorkers = availableParallelism();
const folders = '{shared,functions,miniapp,local,bench,verify,simulate}';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          maxWorkers,
          include: [`${folders}/**/*.test.ts`],
          exclude: ['**/node_modules/**', '**/*.dynamodb.test.ts', 'functions/test/package.test.ts'],
          setupFiles: ['local/src/no-network.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'dynamodb',
          maxWorkers,
          // Tables are kept from file to file: see functions/test/dynamodb.ts.
          isolate: false,
          // A machine that builds beside it is slow to make tables.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: [`${folders}/**/*.dynamodb.test.ts`],
          globalSetup: ['functions/test/dynamodb-setup.ts'],
        },
      },
      { test: { ...shared, name: 'package', include: ['functions/test/package.test.ts'] } },
      { test: { ...shared, ...patient, name: 'weapp', include: ['e2e/weapp*.test.ts'] } },
      // Two products at a time: one alone waits for a third of its time.
      { test: { ...shared, ...patient, name: 'e2e', include: ['e2e/*.e2e.test.ts'], maxWorkers: 2 } },
    ],
  },
});
