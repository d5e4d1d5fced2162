import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { answerCors } from './cors.ts';
import { type Bucket, type ObjectCreated, openBucket } from './objects.ts';
import { makeOperations } from './operations.ts';
import { Refusal } from './refusal.ts';
import type { S3Credentials } from './signature.ts';
import { xmlDocument } from './xml.ts';

export type S3Options = {
  directory: string;
  buckets: readonly string[];
  credentials: S3Credentials;
  region: string;
  /** 0 or absent: any free port. */
  port?: number;
  now?: () => Date;
  /** Beyond this many bytes an upload is refused whatever its policy says. */
  maxBytes?: number;
  /** Called after an object is safely on disk; the uploader's answer does not wait for it. */
  onObjectCreated?: (created: ObjectCreated) => void;
};

export type S3 = { endpoint: string; port: number; stop: () => Promise<void> };

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });

const refuse = (request: IncomingMessage, response: ServerResponse, error: unknown) => {
  // The other side hung up: nobody to tell.
  if (response.destroyed) return;
  if (!(error instanceof Refusal)) console.error('S3 stand-in:', error);
  const refusal = error instanceof Refusal ? error : undefined;
  // What is left of the body is read and dropped, so that the sender gets to hear the refusal.
  request.unpipe();
  request.resume();
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(refusal?.status ?? 500, { 'content-type': 'application/xml' });
  if (request.method === 'HEAD') response.end();
  else
    response.end(
      xmlDocument('Error', {
        Code: refusal?.code ?? 'InternalError',
        Message: refusal?.message ?? 'We encountered an internal error.',
      }),
    );
};

/** S3 for the local stack: path-style addresses, private buckets, every signature and policy recomputed. */
export const startS3 = async (options: S3Options): Promise<S3> => {
  const incoming = join(options.directory, '.incoming');
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  const buckets = new Map<string, Bucket>(
    options.buckets.map((name) => [name, openBucket(join(options.directory, name))]),
  );
  const now = options.now ?? (() => new Date());
  const answer = makeOperations({
    buckets,
    incoming,
    verifier: { credentials: options.credentials, region: options.region, now },
    maxBytes: options.maxBytes ?? 64 * 1024 * 1024,
    onObjectCreated: options.onObjectCreated ?? (() => undefined),
  });
  const server = createServer((request, response) => {
    // By it a client sets right how it signs: it must be the clock by which signatures are judged.
    response.setHeader('date', now().toUTCString());
    if (answerCors(request, response)) return;
    answer(request, response).catch((error: unknown) => refuse(request, response, error));
  });
  const port = await listen(server, options.port ?? 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
