import type { Route } from '@suishoupai/shared/contract/route';

export type Request = { method: Route['method']; url: string; body?: unknown; token?: string | undefined };

/** One attempt. Resolves for any HTTP status; rejects with `ApiError('network')` when no answer came. */
export type Send = (request: Request) => Promise<{ status: number; data: unknown }>;
