import type { TestProject } from 'vitest/node';
import { startDynamodb } from '../../local/src/dynamodb.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamodbEndpoint: string;
  }
}

/** One DynamoDB Local in memory for the whole run; every test makes its own tables in it. */
export const setup = async (project: TestProject) => {
  const dynamodb = await startDynamodb();
  project.provide('dynamodbEndpoint', dynamodb.endpoint);
  return () => dynamodb.stop();
};
