import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a browser may do from any page; PUT and DELETE are for servers. */
const allowedMethods = ['GET', 'HEAD', 'POST'];

/** Sets the headers a browser looks for and answers preflights itself. True when the request is answered. */
export const answerCors = (request: IncomingMessage, response: ServerResponse): boolean => {
  if (request.headers.origin === undefined) return false;
  response.setHeader('vary', 'origin, access-control-request-method, access-control-request-headers');
  const wanted = request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : request.method;
  const isAllowed = allowedMethods.includes(wanted ?? '');
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-methods', allowedMethods.join(', '));
    response.setHeader('access-control-expose-headers', 'etag');
  }
  if (request.method !== 'OPTIONS') return false;
  const headers = request.headers['access-control-request-headers'];
  if (isAllowed && headers !== undefined) response.setHeader('access-control-allow-headers', headers);
  response.writeHead(isAllowed ? 200 : 403, { 'access-control-max-age': '600' }).end();
  return true;
};
