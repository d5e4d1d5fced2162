import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { S3Event } from 'aws-lambda';
import type { ObjectCreated } from './objects.ts';

type EventInput = ObjectCreated & { region: string; at: Date; requestId: string };

/** Like `encodeURIComponent`, but a space is `+` and slashes stay: so keys arrive in real events. */
const encodeEventKey = (key: string) => key.split('/').map(encodeURIComponent).join('/').replaceAll('%20', '+');

export const s3Event = ({ bucket, key, size, etag, by, region, at, requestId }: EventInput): S3Event => ({
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: at.toISOString(),
      eventName: by,
      userIdentity: { principalId: 'AWS:LOCAL' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'local',
        bucket: { name: bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: encodeEventKey(key),
          size,
          eTag: etag,
          sequencer: at.getTime().toString(16).toUpperCase().padStart(18, '0'),
        },
      },
    },
  ],
});

type NotifierInput = {
  /** Where events wait on disk until they are delivered, also across a restart. */
  directory: string;
  /** `http://127.0.0.1:3002/2015-03-31/functions/<name>/invocations` */
  invokeUrl: string;
  retryDelayMs?: number;
  onGivenUp?: (file: string, reason: string) => void;
};

/** AWS Lambda retries a failed asynchronous invocation twice. */
const maxAttempts = 3;

/**
 * Delivers events to a function of serverless-offline as S3 and Lambda do together: at least once, until the function is reached, and
 * three times when it fails. Its `Event` invocation is not used: there a failing function takes the whole process down.
 */
export const makeNotifier = ({ directory, invokeUrl, retryDelayMs = 500, onGivenUp }: NotifierInput) => {
  mkdirSync(directory, { recursive: true });
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();

  const attempt = async (body: string): Promise<'done' | 'failed' | 'unreached'> => {
    try {
      const response = await fetch(invokeUrl, { method: 'POST', body, signal: stopping.signal });
      await response.arrayBuffer();
      if (response.status >= 400) return 'unreached';
      return response.headers.has('x-amz-function-error') ? 'failed' : 'done';
    } catch {
      return 'unreached';
    }
  };

  const deliver = async (file: string) => {
    const body = readFileSync(file, 'utf8');
    for (let failures = 0; !stopping.signal.aborted; ) {
      const outcome = await attempt(body);
      if (outcome === 'done') return rm(file, { force: true });
      if (outcome === 'failed') failures += 1;
      if (failures === maxAttempts) {
        onGivenUp?.(file, 'the function failed three times');
        return rm(file, { force: true });
      }
      await wait(retryDelayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const start = (file: string) => {
    const delivery = deliver(file).finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  };

  return {
    /** Keeps the event on disk, then delivers it in the background. */
    send: (event: S3Event): void => {
      const file = join(directory, `${event.Records[0]?.responseElements['x-amz-request-id']}.json`);
      writeFileSync(file, JSON.stringify(event));
      start(file);
    },
    /** Takes up what an earlier run did not get delivered. */
    resume: (): void => {
      for (const name of readdirSync(directory).filter((file) => file.endsWith('.json'))) start(join(directory, name));
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all(underWay);
    },
  };
};
