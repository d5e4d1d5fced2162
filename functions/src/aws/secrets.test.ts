import { expect, test } from 'vitest';
import type { Env } from '../env.ts';
import { sessionOf } from '../runtime.ts';
import { readSecrets } from './secrets.ts';

const secrets = { wechatAppSecret: 'w', sessionKey: 's'.repeat(32), pushToken: 'p', pushAesKey: 'a', voteKey: 'v' };
const env: Env = {
  STAGE: 'prod',
  AWS_REGION: 'cn-northwest-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
  PEOPLE_TABLE: 'people',
  PLACES_TABLE: 'places',
  TICKETS_TABLE: 'tickets',
  DELIBERATIONS_TABLE: 'deliberations',
  POINTS_TABLE: 'points',
  MEDIA_TABLE: 'media',
  UPLOADS_BUCKET: 'uploads',
  PHOTOS_BUCKET: 'photos',
  WECHAT_APP_ID: 'wx1',
  WECHAT_API_BASE: 'https://api.weixin.qq.com',
  WECHAT_TEMPLATES: {},
  UPLOAD_URL: '',
  URL_SUFFIX: 'amazonaws.com.cn',
  SECRETS_PATH: '/suishoupai/prod',
};

const answering =
  (answer: object, asked: Request[] = []) =>
  async (input: string | URL | Request, init?: RequestInit) => {
    asked.push(new Request(input, init));
    return Response.json(answer);
  };
const all = Object.entries(secrets).map(([name, Value]) => ({ Name: `/suishoupai/prod/${name}`, Value }));

test('四个密钥一次签名请求取来，按名字要，不翻页', async () => {
  const asked: Request[] = [];
  expect(await readSecrets(env, answering({ Parameters: all }, asked))).toEqual(secrets);
  const [request] = asked;
  expect(request?.url).toBe('https://ssm.cn-northwest-1.amazonaws.com.cn/');
  expect(request?.headers.get('x-amz-target')).toBe('AmazonSSM.GetParameters');
  expect(request?.headers.get('x-amz-security-token')).toBe('token');
  expect(request?.headers.get('authorization')).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/cn-northwest-1\/ssm\//,
  );
  expect(await request?.json()).toEqual({ Names: all.map(({ Name }) => Name), WithDecryption: true });
});

test('少一个就不启动，并说是哪一个', async () => {
  const missing = { Parameters: all.slice(1), InvalidParameters: ['/suishoupai/prod/wechatAppSecret'] };
  await expect(readSecrets(env, answering(missing))).rejects.toThrow('SSM has no /suishoupai/prod/wechatAppSecret');
});

test('本机由环境给出', async () => {
  expect(await readSecrets({ ...env, SECRETS_JSON: secrets })).toEqual(secrets);
  await expect(readSecrets({ ...env, SECRETS_PATH: undefined })).rejects.toThrow('neither');
});

test.each(['s'.repeat(31), `${'s'.repeat(32)},short`, `${'s'.repeat(32)},`])(
  '会话密钥里有一把太短，不启动：%s',
  async (sessionKey) => {
    const given = all.map((each) => (each.Name.endsWith('/sessionKey') ? { ...each, Value: sessionKey } : each));
    await expect(readSecrets(env, answering({ Parameters: given }))).rejects.toThrow('sessionKey');
  },
);

test('会话密钥的前一把在逗号后面', () => {
  const { key, earlier } = sessionOf(env, { ...secrets, sessionKey: `${'n'.repeat(32)},${'o'.repeat(32)}` });
  expect([key, ...(earlier ?? [])].map((each) => Buffer.from(each).toString())).toEqual([
    'n'.repeat(32),
    'o'.repeat(32),
  ]);
});
