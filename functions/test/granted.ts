const data = (...actions: string[]) => actions.map((action) => `dynamodb:${action}`);
const arn = (service: string, resource: string) => `arn:\${AWS::Partition}:${service}:${resource}`;
const s3 = (resource: string) => arn('s3', `::${resource}`);
const here = (service: string, resource: string) => arn(service, `\${AWS::Region}:\${AWS::AccountId}:${resource}`);
const log = (name: string) => ({
  [here('logs', `log-group:/aws/lambda/suishoupai-prod-${name}:*`)]: ['logs:CreateLogStream', 'logs:PutLogEvents'],
});
const secrets = { [here('ssm', 'parameter/suishoupai/prod/*')]: ['ssm:GetParameters'] };

/** All that each role may do, by resource. A call that is new to a function belongs here and in resources/roles.yml. */
export const granted: Record<string, Record<string, string[]>> = {
  ApiRole: {
    ...log('api'),
    'PeopleTable.Arn': data('GetItem', 'Query', 'PutItem', 'UpdateItem'),
    'PlacesTable.Arn': data('GetItem', 'Query'),
    'TicketsTable.Arn': data('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: CloudFormation's own
    '${TicketsTable.Arn}/index/byCommunity': data('Query'),
    '${TicketsTable.Arn}/index/byReporter': data('Query'),
    '${TicketsTable.Arn}/index/byCategory': data('Query'),
    '${TicketsTable.Arn}/index/byDesk': data('Query'),
    '${TicketsTable.Arn}/index/byClock': data('Query'),
    '${TicketsTable.Arn}/index/byReview': data('Query'),
    '${TicketsTable.Arn}/index/byJoiner': data('Query'),
    'MediaTable.Arn': data('GetItem', 'PutItem', 'UpdateItem'),
    [s3('suishoupai-prod-uploads/raw/*')]: ['s3:PutObject'],
    [s3('suishoupai-prod-photos/clean/*')]: ['s3:GetObject'],
    ...secrets,
  },
  DeskRole: {
    ...log('desk'),
    'PeopleTable.Arn': data('GetItem'),
    'PlacesTable.Arn': data('GetItem', 'Query', 'PutItem'),
    'TicketsTable.Arn': data('GetItem', 'Query', 'PutItem', 'UpdateItem'),
    '${TicketsTable.Arn}/index/byCategory': data('Query'),
    'MediaTable.Arn': data('GetItem', 'UpdateItem'),
    [s3('suishoupai-prod-photos/clean/*')]: ['s3:GetObject'],
    ...secrets,
  },
  CleanMediaRole: {
    ...log('cleanMedia'),
    [s3('suishoupai-prod-uploads/raw/*')]: ['s3:GetObject', 's3:DeleteObject'],
    [s3('suishoupai-prod-uploads')]: ['s3:ListBucket'],
    [s3('suishoupai-prod-photos/clean/*')]: ['s3:PutObject', 's3:GetObject'],
    'MediaTable.Arn': data('GetItem', 'UpdateItem'),
    'TicketsTable.Arn': data('GetItem', 'UpdateItem'),
    'PeopleTable.Arn': data('GetItem', 'Query', 'PutItem'),
    ...secrets,
    'CleanMediaFailures.Arn': ['sqs:SendMessage'],
  },
  TicketStreamRole: {
    ...log('ticketStream'),
    'TicketsTable.StreamArn': data('DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'),
    'TicketsTable.Arn': data('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    'MediaTable.Arn': data('GetItem', 'UpdateItem'),
    'PeopleTable.Arn': data('GetItem', 'Query', 'PutItem', 'UpdateItem'),
    ...secrets,
    'TicketStreamFailures.Arn': ['sqs:SendMessage'],
  },
  SweepRole: {
    ...log('sweep'),
    '${TicketsTable.Arn}/index/byDue': data('Query'),
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: CloudFormation's own
    'TicketsTable.Arn': data('GetItem', 'UpdateItem'),
    'PeopleTable.Arn': data('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    ...secrets,
    'SweepFailures.Arn': ['sqs:SendMessage'],
  },
};
