import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export type GatewayOptions = {
  port: number;
  h5Dir: string;
  /** First matching prefix wins; the rest are files. */
  proxies: readonly Behind[];
};

/**
 * `mark` is a header that every answer of what is behind carries. serverless-offline answers for a function that threw or ran out of time
 * with 200 and the error; without the mark an answer is taken for that, and is 502 as with API Gateway.
 */
type Behind = { prefix: string; port: number; mark?: string };

const proxy = ({ port, mark }: Behind, request: IncomingMessage, response: ServerResponse) => {
  const { url: path, method, headers } = request;
  const refuse = (words: string) => response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' }).end(words);
  const outgoing = forward({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
    if (mark !== undefined && answer.statusCode === 200 && answer.headers[mark] === undefined) {
      answer.resume();
      refuse('函数没有答完');
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    pipeline(answer, response).catch(() => response.destroy());
  });
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy();
    else refuse('后端没有响应');
  });
  response.on('close', () => outgoing.destroy());
  pipeline(request, outgoing).catch(() => outgoing.destroy());
};

/** The file of a request path inside the folder; undefined for what is outside, hidden or not there. */
const fileOf = async (folder: string, pathname: string): Promise<string | undefined> => {
  const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (path.split(sep).some((part) => part.startsWith('.')) || path.includes('\0')) return undefined;
  const file = join(folder, path);
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
};

const serveFile = async (folder: string, request: IncomingMessage, response: ServerResponse) => {
  const pathname = (() => {
    try {
      return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      return '/.';
    }
  })();
  const file = await fileOf(folder, pathname);
  if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('没有这个地址');
    return;
  }
  const isNamedByContent = /\.[0-9a-f]{8,}\.\w+$/.test(file);
  response.writeHead(200, {
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
};

/** The one address of the local product: the H5 app, and behind it the service and WeChat's phone side. */
export const startGateway = async ({ port, h5Dir, proxies }: GatewayOptions) => {
  const server = createServer((request, response) => {
    const target = proxies.find(({ prefix }) => request.url?.startsWith(prefix));
    if (target !== undefined) proxy(target, request, response);
    else serveFile(h5Dir, request, response).catch(() => response.destroy());
  });
  const listening = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
