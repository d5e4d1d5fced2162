import type { Env } from '../env.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined };

/** The role's credentials as Lambda puts them into the environment at start; they are the same for as long as the sandbox lives. */
export const credentialsOf = (env: Env) => (): Credentials => ({
  accessKeyId: env.AWS_ACCESS_KEY_ID,
  secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
  sessionToken: env.AWS_SESSION_TOKEN,
});
