import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { errorAnswer, WeChatError } from './answer.ts';
import { DemoError, makeDemo } from './demo.ts';
import type { Call, Deps, Template } from './deps.ts';
import { makeFaults } from './faults.ts';
import { sendMessage } from './messages.ts';
import { personas } from './personas.ts';
import { checkPicture } from './picture-check.ts';
import { makePush } from './push.ts';
import { codeToSession } from './sign-in.ts';
import { openState } from './state.ts';
import { checkText } from './text-check.ts';
import { stableToken } from './token.ts';

export type WeChatOptions = {
  appId: string;
  appSecret: string;
  templates: readonly Template[];
  /** Where events go, and how they are signed. */
  push: { url: string; token: string; aesKey?: string; retryDelayMs?: number };
  /** 0 or absent: any free port. */
  port?: number;
  /** Codes, tokens, quotas and messages outlive a restart in this file. */
  stateFile?: string;
  /** Milliseconds. */
  now?: () => number;
  signInsPerMinute?: number;
};

export type WeChatServer = { url: string; port: number; stop: () => Promise<void> };

const maxBody = 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseBody = (text: string): unknown => {
  if (text.trim() === '') throw new WeChatError(44002);
  try {
    return JSON.parse(text);
  } catch {
    throw new WeChatError(47001);
  }
};

const answerJson = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

const apis: Record<string, { method: 'GET' | 'POST'; answer: (deps: Deps, call: Call) => object }> = {
  'sns/jscode2session': { method: 'GET', answer: codeToSession },
  'cgi-bin/stable_token': { method: 'POST', answer: stableToken },
  'wxa/msg_sec_check': { method: 'POST', answer: checkText },
  'wxa/media_check_async': { method: 'POST', answer: checkPicture },
  'cgi-bin/message/subscribe/send': { method: 'POST', answer: sendMessage },
};

/** The server side of WeChat as far as the product uses it, with the documented errors, and under `/demo/` the phone in a person's hand. */
export const startWeChat = async (options: WeChatOptions): Promise<WeChatServer> => {
  const { appId, appSecret, templates } = options;
  const now = options.now ?? Date.now;
  const { state, save, close } = openState(options.stateFile);
  const onGivenUp = (event: object) => console.error('WeChat stand-in: nobody took', JSON.stringify(event));
  const push = makePush({ ...options.push, appId, now, onGivenUp });
  const signInsPerMinute = options.signInsPerMinute ?? 100;
  const deps: Deps = { appId, appSecret, personas, templates, signInsPerMinute, state, save, now, push };
  const faults = makeFaults();
  const demo: Record<string, (call: Call) => object> = makeDemo(deps, faults);

  const answerApi = async (api: string, request: IncomingMessage, url: URL): Promise<'cut' | object> => {
    const text = await readBody(request);
    const fault = await faults.meet(api);
    if (fault !== undefined) return fault;
    const { method, answer } = apis[api] ?? { method: 'GET', answer: () => errorAnswer(40066, 'invalid url') };
    if (request.method !== method) throw new WeChatError(method === 'GET' ? 43001 : 43002);
    return answer(deps, { query: url.searchParams, body: method === 'POST' ? parseBody(text) : undefined });
  };

  const answerDemo = async (request: IncomingMessage, url: URL): Promise<object> => {
    const action = demo[`${request.method} ${url.pathname}`];
    if (action === undefined) throw new DemoError(`no ${request.method} ${url.pathname}`);
    const text = await readBody(request);
    return action({ query: url.searchParams, body: request.method === 'POST' ? parseBody(text) : undefined });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    try {
      if (url.pathname.startsWith('/demo/')) return answerJson(response, 200, await answerDemo(request, url));
      const outcome = await answerApi(url.pathname.slice(1), request, url);
      if (outcome === 'cut') request.socket.destroy();
      else answerJson(response, 200, outcome);
    } catch (error) {
      if (error instanceof DemoError) answerJson(response, 400, { message: error.message });
      else if (error instanceof WeChatError) answerJson(response, 200, errorAnswer(error.errcode, error.message));
      else {
        console.error('WeChat stand-in:', error);
        answerJson(response, 500, {});
      }
    }
  };

  const server = createServer((request, response) => void answer(request, response));
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          close();
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
