import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the process of serverless-offline (`node --import`): its streams do two things as Lambda does them. A function that names
 * records it could not follow is given the batch again, all of it; taken for success, the records would be lost. And each function goes
 * through a stream at its own pace: with one mark for all of them, those that are behind would skip after a restart what the quickest has read.
 */
type Running = { setEvent: (event: unknown) => void; runHandler: () => Promise<unknown> };
type Lambda = { get: (name: string) => Running };
type Options = { checkpointFile: string };
type Event = { functionKey: string };
type Streams = {
  lambda: Lambda;
  options: Options;
  log: unknown;
  readables: unknown[];
  create: (events: Event[]) => Promise<unknown>;
};
type StreamsClass = { new (lambda: Lambda, options: Options, log: unknown): Streams; prototype: Streams };

const failedIn = (answer: unknown): number =>
  (answer as { batchItemFailures?: readonly unknown[] } | undefined)?.batchItemFailures?.length ?? 0;

const insisting = (lambda: Lambda): Lambda => ({
  get: (name) => {
    const running = lambda.get(name);
    return {
      setEvent: (event) => running.setEvent(event),
      runHandler: async () => {
        const answer = await running.runHandler();
        const failed = failedIn(answer);
        if (failed > 0) throw new Error(`${name} could not follow ${failed} of its records`);
        return answer;
      },
    };
  },
});

if (isMainThread) {
  const Streams: StreamsClass = createRequire(import.meta.url)(
    'serverless-offline-dynamodb-streams/src/dynamodb-streams.js',
  );
  const { create } = Streams.prototype;
  Streams.prototype.create = async function (events) {
    for (const name of new Set(events.map(({ functionKey }) => functionKey))) {
      const checkpointFile = `${this.options.checkpointFile}.${name}`;
      const own = new Streams(insisting(this.lambda), { ...this.options, checkpointFile }, this.log);
      await create.call(
        own,
        events.filter(({ functionKey }) => functionKey === name),
      );
      this.readables.push(...own.readables);
    }
  };
}
