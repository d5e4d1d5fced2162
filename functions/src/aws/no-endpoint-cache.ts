/**
 * Stands in for `@aws-sdk/endpoint-cache` in the bundles (alias in serverless.yml). The DynamoDB client makes one for endpoint discovery,
 * which is off unless the environment switches it on: 2 KB gzipped for a cache that nothing is put into.
 */
export class EndpointCache {
  getEndpoint(): never {
    throw new Error('endpoint discovery is not in this bundle');
  }
}
