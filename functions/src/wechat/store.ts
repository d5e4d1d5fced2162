import { Instant } from '@suishoupai/shared/contract/fields';
import * as z from 'zod/mini';
import type { Key, Table } from '../dynamo/table.ts';

const AccessTokenItem = z.object({ token: z.string(), renewAt: Instant });
const key: Key = { pk: 'wechat', sk: 'accessToken' };

export type AccessToken = { token: string; expiresAt: Date };

/** The one shared access token of the mini-program, in the people table: every function would otherwise fetch its own. */
export type AccessTokenStore = {
  find: () => Promise<AccessToken | undefined>;
  /** Last writer wins: WeChat gives every caller the same stable token. */
  save: (token: AccessToken) => Promise<void>;
};

export const makeMemoryAccessTokenStore = (): AccessTokenStore => {
  let saved: AccessToken | undefined;
  return {
    find: async () => saved,
    save: async (token) => {
      saved = token;
    },
  };
};

export const makeDynamoAccessTokenStore = (table: Table): AccessTokenStore => ({
  find: async () => {
    const item = await table.get(key);
    if (item === undefined) return undefined;
    const { token, renewAt } = z.parse(AccessTokenItem, item);
    return { token, expiresAt: new Date(renewAt) };
  },
  save: async ({ token, expiresAt }) => {
    await table.put({ ...key, token, renewAt: expiresAt.toISOString() });
  },
});
