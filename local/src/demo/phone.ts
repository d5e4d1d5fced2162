import { type Route, type RouteInput, type RouteResponse, routeUrl } from '@suishoupai/shared/contract/route';
import type { MediaId, PersonId } from '@suishoupai/shared/ids';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { fileRoutes } from '@suishoupai/shared/media/file-routes';
import type { FileKind } from '@suishoupai/shared/media/files';
import { consentVersion } from '@suishoupai/shared/people/consent';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import * as z from 'zod/mini';

const Login = z.object({ code: z.string() });
const Refusal = z.object({ error: z.object({ code: z.string() }) });

/** The service said no; `code` is the contract's. */
export class Refused extends Error {
  readonly code: string | undefined;
  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

const codeIn = (text: string): string | undefined => {
  if (!text.startsWith('{')) return undefined;
  return z.safeParse(Refusal, JSON.parse(text)).data?.error.code;
};

/** As a phone does: what the service did not answer is asked again under the same id. */
const tries = 3;

const answerTo = async (url: string, request: RequestInit): Promise<Response> => {
  for (let left = tries; ; left -= 1) {
    const response = await fetch(url, request);
    if (response.status !== 502 || left === 1) return response;
  }
};

const call = async <R extends Route>(
  base: string,
  route: R,
  input: RouteInput<R>,
  token?: string,
): Promise<RouteResponse<R>> => {
  const { params, query, body }: { params?: object; query?: object; body?: unknown } = input;
  const response = await answerTo(base + routeUrl(route.path, params, query), {
    method: route.method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Refused(`${route.method} ${route.path}: ${response.status} ${text}`, codeIn(text));
  return z.parse(route.response, JSON.parse(text)) as RouteResponse<R>;
};

export type Phone = {
  personId: PersonId;
  /** Asks the service as this persona; rejects with status and answer when it refuses. */
  ask: <R extends Route>(route: R, input: RouteInput<R>) => Promise<RouteResponse<R>>;
  /** Uploads a photo under this id. */
  upload: (id: MediaId, photo: Buffer) => Promise<void>;
  /** Uploads a file under this id. */
  uploadFile: (id: MediaId, kind: FileKind, bytes: Buffer) => Promise<void>;
};

/** A persona's phone: signs in as WeChat would and sends photos the way the app does. */
export const openPhone = async (base: string, persona: string): Promise<Phone> => {
  const login = await fetch(`${base}/demo/login`, { method: 'POST', body: JSON.stringify({ persona }) });
  const { code } = z.parse(Login, await login.json());
  const { token, me } = await call(base, peopleRoutes.signIn, { body: { code, consentVersion } });

  const send = async ({ url, fields }: RouteResponse<typeof mediaRoutes.createUpload>, bytes: Buffer) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), 'file');
    const answer = await fetch(url, { method: 'POST', body: form });
    if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  };

  return {
    personId: me.id,
    ask: (route, input) => call(base, route, input, token),
    upload: async (id, photo) => {
      const body = { id, contentType: 'image/jpeg' as const, size: photo.length };
      await send(await call(base, mediaRoutes.createUpload, { body }, token), photo);
    },
    uploadFile: async (id, kind, bytes) => {
      const body = { id, kind, size: bytes.length };
      await send(await call(base, fileRoutes.createFileUpload, { body }, token), bytes);
    },
  };
};
