import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', expect: { requireAssertions: true } } as const;
const folders = '{shared,functions,miniapp,local,bench}';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [`${folders}/**/*.test.ts`],
          exclude: ['**/node_modules/**', '**/*.dynamodb.test.ts', 'functions/test/package.test.ts'],
          setupFiles: ['local/src/no-network.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'dynamodb',
          include: [`${folders}/**/*.dynamodb.test.ts`],
          globalSetup: ['functions/test/dynamodb-setup.ts'],
        },
      },
      { test: { ...shared, name: 'package', include: ['functions/test/package.test.ts'] } },
    ],
  },
});
