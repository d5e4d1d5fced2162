/**
 * Stands in for `@smithy/core/event-streams` in the bundles (alias in serverless.yml). The SDK needs it for operations that answer with a
 * stream of events, of which DynamoDB has none and S3 only Select: 7 KB gzipped that no call of ours reaches.
 */
const absent = () => {
  throw new Error('event streams are not in this bundle');
};
export const EventStreamSerde = absent;
export const eventStreamSerdeProvider = absent;

/** The S3 client passes its configuration through here when it is made. */
export const resolveEventStreamSerdeConfig = <C>(config: C): C => config;
