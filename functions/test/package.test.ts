import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from './package-rules.ts';
import { changed, ofType, readTemplate, type Template } from './template.ts';
import { readZip } from './zip.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'suishoupai-package-'));
const out = join(folder, 'out');

/** What a developer's shell may hold: none of it may travel. */
const localEnvironment = {
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_API_BASE: 'http://127.0.0.1:1/stays-here',
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:1/stays-here',
  S3_ENDPOINT: 'http://127.0.0.1:1/stays-here',
  SECRETS_JSON: '{"sessionKey":"stays-here"}',
};

let template: Template;

beforeAll(() => {
  execFileSync(process.execPath, ['local/src/build-sharp.ts'], { cwd: root });
  execFileSync(process.execPath, ['local/src/build-documents.ts'], { cwd: root });
  // No home, no credentials, no metadata service: packaging is for everyone.
  execFileSync(
    process.execPath,
    ['node_modules/serverless/bin/serverless.js', 'package', '--stage', 'prod', '--package', out],
    {
      cwd: root,
      // A bundle that does not build leaves osls waiting for esbuild, and nothing but this ends a synchronous child.
      timeout: 150_000,
      killSignal: 'SIGKILL',
      env: {
        ...localEnvironment,
        HOME: folder,
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    },
  );
  template = readTemplate(join(out, 'cloudformation-template-update-stack.json'));
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(rules))('%s', (_, rule) => {
  expect(rule(template)).toEqual([]);
});

test('nothing of the developer’s environment is in the template', () => {
  expect(JSON.stringify(template)).not.toContain('stays-here');
});

const properties = (id: string, ...keys: (string | number)[]) => ['Resources', id, 'Properties', ...keys];
const statement = (role: string, index: number, key: string) =>
  properties(role, 'Policies', 0, 'PolicyDocument', 'Statement', index, key);

/** For every rule the mistakes it is there for: a place in the template and what stands there by mistake. */
const mistakes: Record<keyof typeof rules, [place: (string | number)[], value: unknown][]> = {
  'every function runs on Node.js 24 and arm64': [
    [properties('ApiLambdaFunction', 'Runtime'), 'nodejs22.x'],
    [properties('SweepLambdaFunction', 'Architectures'), undefined],
    [['Resources', 'TicketStreamLambdaFunction'], undefined],
  ],
  'every function has a role of its own': [
    [properties('SweepLambdaFunction', 'Role'), { 'Fn::GetAtt': ['ApiRole', 'Arn'] }],
    [properties('ApiLambdaFunction', 'Role'), { 'Fn::GetAtt': ['IamRoleLambdaExecution', 'Arn'] }],
  ],
  'only Lambda takes a role': [
    [properties('ApiRole', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal'), { AWS: '*' }],
    [properties('ApiRole', 'ManagedPolicyArns'), ['AdministratorAccess']],
  ],
  'a role may do what is listed and no more': [
    [statement('ApiRole', 1, 'Action'), ['dynamodb:GetItem', 'dynamodb:Scan']],
    [statement('DeskRole', 1, 'Action'), ['dynamodb:GetItem', 'dynamodb:UpdateItem']],
    [statement('SweepRole', 2, 'Resource'), { 'Fn::GetAtt': ['PeopleTable', 'Arn'] }],
    [properties('CleanMediaRole', 'Policies'), []],
  ],
  'nothing is granted by *': [
    [statement('ApiRole', 1, 'Action'), 'dynamodb:*'],
    [statement('TicketStreamRole', 1, 'Resource'), '*'],
    [statement('ApiRole', 1, 'NotAction'), 'iam:PassRole'],
  ],
  'tables are on demand, encrypted, recoverable, kept; streams and expiry where they are used': [
    [properties('PeopleTable', 'SSESpecification'), undefined],
    [properties('MediaTable', 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'), false],
    [properties('PlacesTable', 'BillingMode'), 'PROVISIONED'],
    [properties('TicketsTable', 'StreamSpecification'), undefined],
    [properties('MediaTable', 'TimeToLiveSpecification', 'Enabled'), false],
    [['Resources', 'TicketsTable', 'DeletionPolicy'], 'Delete'],
    [['Resources', 'PeopleTable'], undefined],
  ],
  'indexes stay within DynamoDB’s limits': [
    [
      properties('TicketsTable', 'GlobalSecondaryIndexes', 0, 'Projection', 'NonKeyAttributes'),
      Array.from({ length: 21 }, (_, index) => `a${index}`),
    ],
    [properties('TicketsTable', 'GlobalSecondaryIndexes', 3, 'Projection', 'ProjectionType'), 'ALL'],
  ],
  'logs of functions and requests are kept for half a year': [
    [properties('ApiLogGroup', 'RetentionInDays'), 90],
    [properties('HttpApiLogGroup', 'RetentionInDays'), undefined],
    [['Resources', 'SweepLogGroup'], undefined],
    [properties('HttpApiStage', 'AccessLogSettings'), undefined],
  ],
  'what fails in the background is kept for a person': [
    [['Resources', 'CleanMediaLambdaEvConf'], undefined],
    [properties('SweepLambdaEvConf', 'DestinationConfig'), undefined],
    [properties('TicketStreamEventSourceMappingDynamodbTicketsTable', 'DestinationConfig'), undefined],
    [properties('TicketStreamEventSourceMappingDynamodbTicketsTable', 'MaximumRetryAttempts'), undefined],
    [properties('TicketStreamFailures', 'MessageRetentionPeriod'), undefined],
    [properties('SweepFailures', 'SqsManagedSseEnabled'), false],
  ],
  'the clock calls what goes by it': [
    [properties('PointsSweepEventsRuleSchedule1', 'State'), 'DISABLED'],
    [properties('HallSweepEventsRuleSchedule1', 'ScheduleExpression'), 'rate(1 day)'],
    [['Resources', 'SweepEventsRuleSchedule1'], undefined],
  ],
  'every route reaches the function that answers it': [
    [['Resources', 'HttpApiRouteAnyV1ProxyVar'], undefined],
    [properties('HttpApiRouteAnyV1StaffVisits', 'RouteKey'), 'ANY /v1/staff/visit'],
    [properties('HttpApiIntegrationDesk', 'IntegrationUri'), { 'Fn::GetAtt': ['ApiLambdaFunction', 'Arn'] }],
  ],
  'the API is throttled, sign-in and pushes more': [
    [properties('HttpApiStage', 'DefaultRouteSettings', 'ThrottlingRateLimit'), undefined],
    [properties('HttpApiStage', 'RouteSettings', 'POST /v1/session'), undefined],
  ],
  'no partition, region or endpoint is spelled out': [
    [statement('ApiRole', 0, 'Resource'), 'arn:aws:logs:*'],
    [properties('ApiLambdaFunction', 'Environment', 'Variables', 'URL_SUFFIX'), 'amazonaws.com'],
    [properties('ApiLambdaFunction', 'Environment', 'Variables', 'REGION'), 'cn-northwest-1'],
  ],
  'functions get the listed environment: no secret, nothing of the local stack': [
    [properties('ApiLambdaFunction', 'Environment', 'Variables', 'S3_ENDPOINT'), 'http://127.0.0.1:1'],
    [properties('SweepLambdaFunction', 'Environment', 'Variables', 'SECRETS_JSON'), '{}'],
    [properties('CleanMediaLambdaFunction', 'Environment', 'Variables', 'WECHAT_API_BASE'), 'http://127.0.0.1:1'],
    [properties('ApiLambdaFunction', 'Environment', 'Variables', 'MEDIA_TABLE'), undefined],
  ],
  'buckets are private, encrypted and answer over TLS alone': [
    [properties('PhotosBucket', 'PublicAccessBlockConfiguration', 'RestrictPublicBuckets'), false],
    [properties('UploadsBucket', 'BucketEncryption'), undefined],
    [['Resources', 'PhotosBucketPolicy'], undefined],
    [properties('PhotosBucketPolicy', 'PolicyDocument', 'Statement', 0, 'Effect'), 'Allow'],
  ],
  'uploads are cleaned and forgotten': [
    [properties('UploadsBucket', 'LifecycleConfiguration'), undefined],
    [properties('UploadsBucket', 'NotificationConfiguration'), undefined],
  ],
  'alarms watch every function, the stream, the failures and the API': [
    [['Resources', 'SweepThrottlesAlarm'], undefined],
    [properties('TicketStreamAgeAlarm', 'AlarmActions'), []],
    [properties('CleanMediaErrorsAlarm', 'Dimensions', 0, 'Value'), { Ref: 'ApiLambdaFunction' }],
  ],
};

const cases = Object.entries(rules).flatMap(([name, rule]) =>
  mistakes[name as keyof typeof rules].map(([place, value]) => ({
    name,
    rule,
    place,
    value,
    at: place.slice(1).join('.'),
  })),
);

test.each(cases)('«$name» notices a mistake in $at', ({ rule, place, value }) => {
  expect(rule(changed(template, place, value))).not.toEqual([]);
});

test('every alarm has its section in the runbook, and no section is left of an alarm that is gone', () => {
  const runbook = readFileSync(join(root, 'docs/guide/runbook.md'), 'utf8');

  const sections = [...runbook.matchAll(/^### `(.+)`/gm)].map(([, name]) => `suishoupai-prod-${name}`);
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.Properties['AlarmName']);

  expect(sections.sort()).toEqual(alarms.sort());
});

const bundles = {
  api: 'functions/src/entry/api.mjs',
  desk: 'functions/src/entry/desk.mjs',
  cleanMedia: 'functions/src/entry/clean-media.mjs',
  ticketStream: 'functions/src/entry/ticket-stream.mjs',
  sweep: 'functions/src/entry/sweep.mjs',
  overview: 'functions/src/entry/overview.mjs',
  hall: 'functions/src/entry/hall.mjs',
  meetings: 'functions/src/entry/meetings.mjs',
  votes: 'functions/src/entry/votes.mjs',
  points: 'functions/src/entry/points.mjs',
  volunteering: 'functions/src/entry/volunteering.mjs',
  timebank: 'functions/src/entry/timebank.mjs',
  rewards: 'functions/src/entry/rewards.mjs',
  documents: 'functions/src/entry/documents/documents.mjs',
  hallStream: 'functions/src/entry/hall-stream.mjs',
  hallSweep: 'functions/src/entry/hall-sweep.mjs',
  pointsStream: 'functions/src/entry/points-stream.mjs',
  pointsSweep: 'functions/src/entry/points-sweep.mjs',
};

test('a bundle that a resident waits for is at most 130 KB gzipped; topics and votes have 142 (docs/adr/0014)', () => {
  const sizes = Object.fromEntries(
    Object.entries(bundles).map(([name, file]) => [
      name,
      gzipSync(readZip(join(out, `${name}.zip`)).get(file)?.() ?? '', { level: 9 }).length,
    ]),
  );
  console.log('bundles, gzipped bytes:', sizes);

  for (const [name, most] of Object.entries({
    api: 130_000,
    overview: 130_000,
    meetings: 130_000,
    points: 130_000,
    volunteering: 130_000,
    timebank: 130_000,
    rewards: 130_000,
    hall: 142_000,
    votes: 142_000,
  })) {
    expect(sizes[name]).toBeGreaterThan(1000);
    expect(sizes[name], name).toBeLessThanOrEqual(most);
  }
});

test('the function that decodes pictures brings sharp for linux-arm64 and no other platform; the others bring their bundle alone', () => {
  const native = [...readZip(join(out, 'cleanMedia.zip')).keys()].filter((file) => /\.node$|\.so\./.test(file));

  const others = (
    [
      'api',
      'desk',
      'ticketStream',
      'sweep',
      'overview',
      'hall',
      'meetings',
      'votes',
      'hallStream',
      'hallSweep',
      'points',
      'volunteering',
      'timebank',
      'rewards',
      'pointsStream',
      'pointsSweep',
    ] as const
  ).map((name) => [...readZip(join(out, `${name}.zip`)).keys()]);

  expect(native.map((file) => file.split('/').slice(3, 6).join('/')).sort()).toEqual([
    'node_modules/@img/sharp-libvips-linux-arm64',
    'node_modules/@img/sharp-linux-arm64',
  ]);
  expect(others).toEqual([
    [bundles.api],
    [bundles.desk],
    [bundles.ticketStream],
    [bundles.sweep],
    [bundles.overview],
    [bundles.hall],
    [bundles.meetings],
    [bundles.votes],
    [bundles.hallStream],
    [bundles.hallSweep],
    [bundles.points],
    [bundles.volunteering],
    [bundles.timebank],
    [bundles.rewards],
    [bundles.pointsStream],
    [bundles.pointsSweep],
  ]);
});

test('the function that makes documents brings its libraries, and its typeface in one weight', () => {
  const files = [...readZip(join(out, 'documents.zip')).keys()];
  const beside = 'functions/src/entry/documents/node_modules/';

  expect(files.filter((file) => file.endsWith('.ttf'))).toEqual([
    `${beside}@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf`,
  ]);
  for (const file of [
    'docx/package.json',
    'pdfkit/package.json',
    'harfbuzzjs/package.json',
    'subset-font/package.json',
  ]) {
    expect(files).toContain(beside + file);
  }
  expect(files.filter((file) => !file.startsWith(beside)).sort()).toEqual([bundles.documents]);
});
