import { routesReachTheirFunction } from './doors.ts';
import { granted } from './granted.ts';
import { listOf, nameOf, ofType, type Resource, type Rule, type Template, under } from './template.ts';

// What a deployed stack must be. Each rule lists its faults, so that a test can also see it find one.

const byId = (id: string, faults: (string | false)[]) =>
  faults.filter((fault) => fault !== false).map((fault) => `${id}: ${fault}`);

const each =
  (
    type: string,
    faultsOf: (properties: Resource['Properties'], id: string, template: Template) => (string | false)[],
  ): Rule =>
  (template) => {
    const resources = ofType(template, type);
    if (resources.length === 0) return [`no ${type}`];
    return resources.flatMap(([id, { Properties }]) => byId(id, faultsOf(Properties, id, template)));
  };

const functionIds = [
  'ApiLambdaFunction',
  'CleanMediaLambdaFunction',
  'DeskLambdaFunction',
  'DocumentsLambdaFunction',
  'HallLambdaFunction',
  'HallStreamLambdaFunction',
  'HallSweepLambdaFunction',
  'MeetingsLambdaFunction',
  'OverviewLambdaFunction',
  'PointsLambdaFunction',
  'PointsStreamLambdaFunction',
  'PointsSweepLambdaFunction',
  'RewardsLambdaFunction',
  'SweepLambdaFunction',
  'TicketStreamLambdaFunction',
  'TimebankLambdaFunction',
  'VolunteeringLambdaFunction',
  'VotesLambdaFunction',
];

const runsOnArm: Rule = (template) => [
  ...functionIds.filter((id) => template.Resources[id] === undefined).map((id) => `${id}: absent`),
  ...each('AWS::Lambda::Function', ({ Runtime, Architectures }) => [
    Runtime !== 'nodejs24.x' && `runtime ${String(Runtime)}`,
    JSON.stringify(Architectures) !== '["arm64"]' && 'not on arm64 alone',
  ])(template),
];

const rolesAreOwn: Rule = (template) => {
  const users = ofType(template, 'AWS::Lambda::Function').map(
    ([id, { Properties }]) => `${id} as ${nameOf(Properties['Role'])}`,
  );
  const expected = functionIds.map((id) => `${id} as ${id.replace('LambdaFunction', 'Role')}.Arn`);
  return users.filter((user) => !expected.includes(user));
};

const rolesAreForLambda = each('AWS::IAM::Role', ({ AssumeRolePolicyDocument, ManagedPolicyArns }) => [
  JSON.stringify(under(AssumeRolePolicyDocument, 'Statement')) !==
    '[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"lambda.amazonaws.com"}}]' &&
    'others may take it',
  ManagedPolicyArns !== undefined && 'managed policies grant what nobody listed here',
]);

const statementsOf = ({ Policies }: Resource['Properties']): unknown[] =>
  listOf(Policies).flatMap((policy) => listOf(under(policy, 'PolicyDocument', 'Statement')));

const rolesGrantTheList = each('AWS::IAM::Role', (properties, id) => {
  const found = statementsOf(properties).flatMap((statement) =>
    listOf(under(statement, 'Resource')).flatMap((resource) =>
      listOf(under(statement, 'Action')).map((action) => `${String(action)} on ${nameOf(resource)}`),
    ),
  );
  const expected = Object.entries(granted[id] ?? {}).flatMap(([on, actions]) =>
    actions.map((action) => `${action} on ${on}`),
  );
  return [
    ...found.filter((grant) => !expected.includes(grant)).map((grant) => `may ${grant}`),
    ...expected.filter((grant) => !found.includes(grant)).map((grant) => `may not ${grant}`),
  ];
});

const rolesGrantNothingByStar = each('AWS::IAM::Role', (properties) =>
  statementsOf(properties).flatMap((statement) => [
    (under(statement, 'NotAction') ?? under(statement, 'NotResource')) !== undefined && 'grants all but something',
    listOf(under(statement, 'Action')).some((action) => String(action).includes('*')) && 'an action with *',
    listOf(under(statement, 'Resource')).some((resource) => nameOf(resource) === '*') && 'resource *',
  ]),
);

const streams: Record<string, string> = {
  TicketsTable: 'NEW_AND_OLD_IMAGES',
  DeliberationsTable: 'NEW_AND_OLD_IMAGES',
  PointsTable: 'NEW_AND_OLD_IMAGES',
};
const expiring: Record<string, string> = {
  PeopleTable: 'expiresAt',
  TicketsTable: 'expiresAt',
  MediaTable: 'expiresAt',
};
const tableIds = ['DeliberationsTable', 'MediaTable', 'PeopleTable', 'PlacesTable', 'PointsTable', 'TicketsTable'];

const tablesAreSafe: Rule = (template) => [
  ...tableIds.filter((id) => template.Resources[id] === undefined).map((id) => `${id}: absent`),
  ...each('AWS::DynamoDB::Table', (properties, id) => [
    properties['BillingMode'] !== 'PAY_PER_REQUEST' && 'not on demand',
    under(properties, 'SSESpecification', 'SSEEnabled') !== true && 'not encrypted',
    under(properties, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') !== true && 'no recovery',
    properties['DeletionProtectionEnabled'] !== true && 'can be deleted by hand',
    template.Resources[id]?.['DeletionPolicy'] !== 'Retain' && 'goes with the stack',
    template.Resources[id]?.['UpdateReplacePolicy'] !== 'Retain' && 'goes when replaced',
    under(properties, 'StreamSpecification', 'StreamViewType') !== streams[id] && 'another stream than expected',
    under(properties, 'TimeToLiveSpecification', 'AttributeName') !== expiring[id] && 'another expiry than expected',
    expiring[id] !== undefined && under(properties, 'TimeToLiveSpecification', 'Enabled') !== true && 'expiry is off',
  ])(template),
];

/** DynamoDB takes at most 20 projected attributes in an index and 100 in all indexes of a table. */
const indexesFit = each('AWS::DynamoDB::Table', ({ GlobalSecondaryIndexes }) => {
  const projected = listOf(GlobalSecondaryIndexes).map(
    (index) => listOf(under(index, 'Projection', 'NonKeyAttributes')).length,
  );
  return [
    projected.some((count) => count > 20) && 'an index projects more than 20',
    projected.reduce((sum, count) => sum + count, 0) > 100 && 'indexes project more than 100',
    listOf(GlobalSecondaryIndexes).some((index) => under(index, 'Projection', 'ProjectionType') === 'ALL') &&
      'an index holds all',
  ];
});

const halfYearInDays = 180;
const logsAreKept: Rule = (template) => {
  const groups = ofType(template, 'AWS::Logs::LogGroup');
  const named = groups.map(([, { Properties }]) => Properties['LogGroupName']);
  const functions = ofType(template, 'AWS::Lambda::Function').map(
    ([, { Properties }]) => `/aws/lambda/${String(Properties['FunctionName'])}`,
  );
  return [
    ...functions.filter((name) => !named.includes(name)).map((name) => `${name}: absent`),
    ...each('AWS::Logs::LogGroup', ({ RetentionInDays }) => [
      !(Number(RetentionInDays) >= halfYearInDays) && `kept for ${String(RetentionInDays)} days`,
    ])(template),
    ...each('AWS::ApiGatewayV2::Stage', ({ AccessLogSettings }) => [
      nameOf(under(AccessLogSettings, 'DestinationArn')) !== 'HttpApiLogGroup.Arn' && 'no access log',
    ])(template),
  ];
};

/** Those that somebody waits for are called by the API alone; all others must leave what failed somewhere. */
const failuresAreKept: Rule = (template) => {
  const queueOf = (destination: unknown) => nameOf(under(destination, 'OnFailure', 'Destination'));
  const settled = ofType(template, 'AWS::Lambda::EventInvokeConfig').map(
    ([, { Properties }]) => `${nameOf(Properties['FunctionName'])} to ${queueOf(Properties['DestinationConfig'])}`,
  );
  const expected = [
    'CleanMediaLambdaFunction to CleanMediaFailures.Arn',
    'HallSweepLambdaFunction to HallSweepFailures.Arn',
    'PointsSweepLambdaFunction to PointsSweepFailures.Arn',
    'SweepLambdaFunction to SweepFailures.Arn',
  ];
  const streamed = ['TicketStreamFailures.Arn', 'HallStreamFailures.Arn', 'PointsStreamFailures.Arn'];
  return [
    ...expected.filter((one) => !settled.includes(one)).map((one) => `not from ${one}`),
    ...each('AWS::Lambda::EventSourceMapping', (properties) => [
      !streamed.includes(queueOf(properties['DestinationConfig'])) && 'failed records go away',
      properties['StartingPosition'] !== 'TRIM_HORIZON' && 'skips what is there',
      properties['BisectBatchOnFunctionError'] !== true && 'one bad record fails the batch',
      JSON.stringify(properties['FunctionResponseTypes']) !== '["ReportBatchItemFailures"]' && 'repeats what was done',
      !(Number(properties['MaximumRetryAttempts']) >= 0) && 'tries for ever',
      // The note in the queue only says where in the stream to look, and the stream keeps 24 hours.
      !(Number(properties['MaximumRecordAgeInSeconds']) <= 43_200) && 'gives up when the stream has forgotten',
    ])(template),
    ...each('AWS::SQS::Queue', ({ MessageRetentionPeriod, SqsManagedSseEnabled }) => [
      MessageRetentionPeriod !== 1_209_600 && 'not kept for 14 days',
      SqsManagedSseEnabled !== true && 'not encrypted',
    ])(template),
  ];
};

const apiIsThrottled = each('AWS::ApiGatewayV2::Stage', ({ DefaultRouteSettings, RouteSettings }) => {
  const isLimited = (settings: unknown) =>
    Number(under(settings, 'ThrottlingRateLimit')) > 0 && Number(under(settings, 'ThrottlingBurstLimit')) > 0;
  return [
    !isLimited(DefaultRouteSettings) && 'no limit',
    !isLimited(under(RouteSettings, 'POST /v1/session')) && 'no limit on sign-in',
    !isLimited(under(RouteSettings, 'ANY /wechat/push')) && 'no limit on pushes',
  ];
});

/** These are spelled alike in every partition; lambda.amazonaws.com.cn is refused where one would expect it. */
const servicePrincipals = ['lambda', 'apigateway', 'events', 's3'].map((service) => `${service}.amazonaws.com`);
const runsInAnyPartition: Rule = (template) => {
  const text = JSON.stringify(template);
  const hosts = text.match(/[^\s"'/]*amazonaws\.com[^\s"'/]*/g) ?? [];
  return [
    ...hosts.filter((host) => !servicePrincipals.includes(host)),
    ...(text.match(/arn:aws[^"]*/g) ?? []),
    ...(text.match(/"(?:cn|us|eu|ap|sa|ca|me|af|il)-[a-z]+-\d"/g) ?? []),
  ];
};

const environment = {
  STAGE: 'prod',
  PEOPLE_TABLE: 'suishoupai-prod-people',
  PLACES_TABLE: 'suishoupai-prod-places',
  TICKETS_TABLE: 'suishoupai-prod-tickets',
  DELIBERATIONS_TABLE: 'suishoupai-prod-deliberations',
  POINTS_TABLE: 'suishoupai-prod-points',
  MEDIA_TABLE: 'suishoupai-prod-media',
  UPLOADS_BUCKET: 'suishoupai-prod-uploads',
  PHOTOS_BUCKET: 'suishoupai-prod-photos',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_API_BASE: 'https://api.weixin.qq.com',
  WECHAT_TEMPLATES: '{}',
  SECRETS_PATH: '/suishoupai/prod',
  UPLOAD_URL: '',
  URL_SUFFIX: { Ref: 'AWS::URLSuffix' },
};
const environmentIsTheList = each('AWS::Lambda::Function', ({ Environment }) => {
  const found = under(Environment, 'Variables');
  const names = new Set([...Object.keys(environment), ...Object.keys(Object(found))]);
  return [...names]
    .filter((name) => JSON.stringify(under(found, name)) !== JSON.stringify(under(environment, name)))
    .map((name) => `${name} is ${JSON.stringify(under(found, name))}`);
});

const bucketsArePrivate = each('AWS::S3::Bucket', (properties, id, template) => {
  const block = Object.values(Object(properties['PublicAccessBlockConfiguration']));
  const policies = ofType(template, 'AWS::S3::BucketPolicy').filter(
    ([, policy]) => nameOf(policy.Properties['Bucket']) === id,
  );
  const statements = policies.flatMap(([, policy]) => listOf(under(policy.Properties, 'PolicyDocument', 'Statement')));
  const refusesPlainText = statements.some(
    (statement) =>
      under(statement, 'Effect') === 'Deny' &&
      under(statement, 'Principal') === '*' &&
      under(statement, 'Action') === 's3:*' &&
      listOf(under(statement, 'Resource')).length === 2 &&
      String(under(statement, 'Condition', 'Bool', 'aws:SecureTransport')) === 'false',
  );
  return [
    (block.length !== 4 || block.some((blocked) => blocked !== true)) && 'not private',
    under(properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0) === undefined && 'not encrypted',
    !refusesPlainText && 'answers without TLS',
    statements.some((statement) => under(statement, 'Effect') !== 'Deny') && 'its policy lets someone in',
  ];
});

const uploadsAreForgotten: Rule = ({ Resources }) => {
  const properties = Resources['UploadsBucket']?.Properties;
  const rule = under(properties, 'LifecycleConfiguration', 'Rules', 0);
  const call = under(properties, 'NotificationConfiguration', 'LambdaConfigurations', 0);
  return byId('UploadsBucket', [
    (under(rule, 'Prefix') !== 'raw/' || under(rule, 'ExpirationInDays') !== 1) && 'keeps what was sent',
    nameOf(under(call, 'Function')) !== 'CleanMediaLambdaFunction.Arn' && 'calls nobody',
    under(call, 'Filter', 'S3Key', 'Rules', 0, 'Value') !== 'raw/' && 'calls for other objects too',
  ]);
};

const alarmsWatchAll: Rule = (template) => {
  const watched = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
    [Properties['MetricName'], nameOf(under(Properties, 'Dimensions', 0, 'Value'))].join(' of '),
  );
  const expected = [
    ...functionIds.flatMap((id) => [`Errors of ${id}`, `Throttles of ${id}`]),
    'IteratorAge of TicketStreamLambdaFunction',
    'IteratorAge of HallStreamLambdaFunction',
    ...ofType(template, 'AWS::SQS::Queue').map(([id]) => `ApproximateNumberOfMessagesVisible of ${id}.QueueName`),
    '5xx of HttpApi',
  ];
  return [
    ...expected.filter((one) => !watched.includes(one)).map((one) => `nobody watches ${one}`),
    ...each('AWS::CloudWatch::Alarm', ({ AlarmActions }) => [
      nameOf(listOf(AlarmActions)[0]) !== 'AlarmTopic' && 'rings nowhere',
    ])(template),
  ];
};

/** What goes by the clock, and how often it is called. */
const struck: Record<string, string> = {
  SweepLambdaFunction: 'rate(5 minutes)',
  HallSweepLambdaFunction: 'rate(1 minute)',
  PointsSweepLambdaFunction: 'rate(5 minutes)',
};

const clockStrikes: Rule = (template) => {
  const strikes = ofType(template, 'AWS::Events::Rule').map(([, { Properties }]) => {
    const { ScheduleExpression, State, Targets } = Properties;
    return [nameOf(under(Targets, 0, 'Arn')), ScheduleExpression, State].join(' ');
  });
  const expected = Object.entries(struck).map(([id, rate]) => `${id}.Arn ${rate} ENABLED`);
  return expected.filter((strike) => !strikes.includes(strike)).map((strike) => `not there: ${strike}`);
};

export const rules = {
  'every function runs on Node.js 24 and arm64': runsOnArm,
  'every function has a role of its own': rolesAreOwn,
  'only Lambda takes a role': rolesAreForLambda,
  'a role may do what is listed and no more': rolesGrantTheList,
  'nothing is granted by *': rolesGrantNothingByStar,
  'tables are on demand, encrypted, recoverable, kept; streams and expiry where they are used': tablesAreSafe,
  'indexes stay within DynamoDB’s limits': indexesFit,
  'logs of functions and requests are kept for half a year': logsAreKept,
  'what fails in the background is kept for a person': failuresAreKept,
  'the clock calls what goes by it': clockStrikes,
  'every route reaches the function that answers it': routesReachTheirFunction,
  'the API is throttled, sign-in and pushes more': apiIsThrottled,
  'no partition, region or endpoint is spelled out': runsInAnyPartition,
  'functions get the listed environment: no secret, nothing of the local stack': environmentIsTheList,
  'buckets are private, encrypted and answer over TLS alone': bucketsArePrivate,
  'uploads are cleaned and forgotten': uploadsAreForgotten,
  'alarms watch every function, the stream, the failures and the API': alarmsWatchAll,
} satisfies Record<string, Rule>;
