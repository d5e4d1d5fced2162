import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod/mini';
import { type Env, Secrets } from '../env.ts';
import { credentialsOf } from './credentials.ts';
import { Sha256 } from './sha256.ts';

const Answer = z.object({
  Parameters: z.array(z.object({ Name: z.string(), Value: z.string() })),
  InvalidParameters: z.optional(z.array(z.string())),
});

/** SSM GetParameters by one signed request: the SDK's client for it would be a sixth of the bundle, for one call per start. */
const parameters = async (
  env: Env,
  names: readonly string[],
  fetch: typeof globalThis.fetch,
): Promise<z.output<typeof Answer>> => {
  const hostname = `ssm.${env.AWS_REGION}.${env.URL_SUFFIX}`;
  const body = JSON.stringify({ Names: names, WithDecryption: true });
  const signer = new SignatureV4({
    service: 'ssm',
    region: env.AWS_REGION,
    credentials: async () => {
      const { accessKeyId, secretAccessKey, sessionToken } = credentialsOf(env)();
      return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
    },
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: 'https:',
    hostname,
    path: '/',
    headers: {
      host: hostname,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.GetParameters',
    },
    body,
  });
  const response = await fetch(`https://${hostname}/`, {
    method: 'POST',
    headers,
    body,
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`SSM answered ${response.status}`);
  return z.parse(Answer, await response.json());
};

/**
 * The service's secrets: SecureString parameters under `SECRETS_PATH` (`/suishoupai/<stage>/sessionKey` …), read once per start. On the
 * embedded stack they come in the environment. Throws when one is missing: better no start than a service without a key.
 */
export const readSecrets = async (env: Env, fetch: typeof globalThis.fetch = globalThis.fetch): Promise<Secrets> => {
  if (env.SECRETS_JSON !== undefined) return env.SECRETS_JSON;
  if (env.SECRETS_PATH === undefined) throw new Error('neither SECRETS_PATH nor SECRETS_JSON is set');
  const names = Object.keys(Secrets.shape).map((name) => `${env.SECRETS_PATH}/${name}`);
  const { Parameters, InvalidParameters = [] } = await parameters(env, names, fetch);
  if (InvalidParameters.length > 0) throw new Error(`SSM has no ${InvalidParameters.join(', ')}`);
  return z.parse(Secrets, Object.fromEntries(Parameters.map(({ Name, Value }) => [Name.split('/').at(-1), Value])));
};
