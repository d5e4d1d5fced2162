import { readFileSync } from 'node:fs';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import * as yaml from 'yaml';
import * as z from 'zod/mini';

const TableResource = z.object({
  Type: z.literal('AWS::DynamoDB::Table'),
  Properties: z.looseObject({
    TableName: z.string(),
    StreamSpecification: z.optional(z.object({ StreamViewType: z.string() })),
    TimeToLiveSpecification: z.optional(z.object({ AttributeName: z.string(), Enabled: z.boolean() })),
  }),
});
const Template = z.object({ Resources: z.record(z.string(), z.looseObject({ Type: z.string() })) });

export type TableDefinition = { create: CreateTableCommandInput; ttlAttribute: string | undefined };

/** DynamoDB Local refuses or ignores the rest (encryption, recovery, tags, protection). */
const localProperties = [
  'TableName',
  'AttributeDefinitions',
  'KeySchema',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
  'BillingMode',
] as const;

const tableDefinition = (resource: unknown): TableDefinition => {
  const { Properties } = TableResource.parse(resource);
  const kept = Object.fromEntries(
    localProperties.filter((name) => name in Properties).map((name) => [name, Properties[name]]),
  );
  const { StreamSpecification: stream, TimeToLiveSpecification: ttl } = Properties;
  return {
    create: {
      ...kept,
      TableName: Properties.TableName,
      ...(stream === undefined ? {} : { StreamSpecification: { ...stream, StreamEnabled: true } }),
    } as CreateTableCommandInput,
    ttlAttribute: ttl?.Enabled ? ttl.AttributeName : undefined,
  };
};

/** The tables of a CloudFormation file with the deployment's names put in for `${self:service}` and `${sls:stage}`. */
export const readTables = (file: string, names: { service: string; stage: string }): TableDefinition[] => {
  const text = readFileSync(file, 'utf8')
    .replace(/\$\{self:service\}/g, names.service)
    .replace(/\$\{sls:stage\}/g, names.stage);
  const { Resources } = Template.parse(yaml.parse(text, { logLevel: 'error' }));
  return Object.values(Resources)
    .filter((resource) => resource.Type === 'AWS::DynamoDB::Table')
    .map(tableDefinition);
};

/** A client for DynamoDB Local, which takes any credentials. */
export const localDynamodbClient = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** Creates one table and waits until it can be used. */
export const createTable = async (client: DynamoDBClient, { create, ttlAttribute }: TableDefinition): Promise<void> => {
  await client.send(new CreateTableCommand(create));
  const { TableName } = create;
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName });
  if (ttlAttribute === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
    }),
  );
};

/** Creates the tables that are not there yet; what is there stays as it is. Returns the names of the new ones. */
export const createMissingTables = async (
  client: DynamoDBClient,
  definitions: readonly TableDefinition[],
): Promise<string[]> => {
  const { TableNames: existing = [] } = await client.send(new ListTablesCommand({}));
  const missing = definitions.filter(({ create }) => !existing.includes(create.TableName ?? ''));
  for (const definition of missing) await createTable(client, definition);
  return missing.map(({ create }) => create.TableName ?? '');
};
