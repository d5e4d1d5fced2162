import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { makeRewardsApi } from '@suishoupai/functions/app/rewards';

/**
 * The part of the service that points are spent at, behind one more HTTP server: an instance that takes many requests at once, where the
 * gateway of the embedded stack starts one for each.
 */
export const serve = async (app: ReturnType<typeof makeRewardsApi>) => {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const body = method === 'GET' ? undefined : new Uint8Array(await buffer(request));
    const answer = await app.request(url, {
      method,
      headers: { authorization: headers.authorization ?? '', 'content-type': headers['content-type'] ?? '' },
      ...(body === undefined ? {} : { body }),
    });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
};
