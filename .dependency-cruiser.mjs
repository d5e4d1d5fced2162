/** Imports point only toward `shared` (CONTRIBUTING.md). */
const only = (folder, allowed) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import of ours only: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: ['/test/', '\\.(test|cases|corpus)\\.tsx?$'] },
  to: {
    path: '^(shared|functions|miniapp|local|e2e|bench|verify|simulate)/',
    pathNot: [folder, ...allowed].map((name) => `^${name}/`),
  },
});

export default {
  forbidden: [
    only('shared', []),
    only('functions', ['shared']),
    only('miniapp', ['shared']),
    only('local', ['shared', 'functions']),
    only('verify', []),
    {
      name: 'shared-is-pure',
      comment: 'shared/ does no I/O: no Node, no AWS, no Taro',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-needs-only-zod',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/zod/' },
    },
    {
      name: 'keys-stay-in-stores',
      comment: 'only stores and the wiring speak to DynamoDB tables',
      severity: 'error',
      from: {
        path: '^functions/src/',
        pathNot: [
          'store\\.(test|cases)\\.ts$',
          '\\.dynamodb\\.test\\.ts$',
          'store\\.ts$',
          'src/(runtime|stores)\\.ts$',
          'src/dynamo/',
        ],
      },
      to: { path: '^functions/src/dynamo/table' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '^miniapp/' },
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.serverless|\\.esbuild|\\.local|\\.layer)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
