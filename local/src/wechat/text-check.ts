import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { WeChatError } from './answer.ts';
import type { Call, Deps } from './deps.ts';
import { demandVisitor } from './sign-in.ts';
import { demandToken } from './token.ts';
import { judgeWords } from './wording.ts';

const maxContent = 2500;
export const scenes = [1, 2, 3, 4];

const Body = z.object({
  version: z.number(),
  scene: z.number(),
  openid: z.string(),
  content: z.string(),
  title: z.optional(z.string()),
  nickname: z.optional(z.string()),
});

/** `msg_sec_check`, version 2. */
export const checkText = (deps: Deps, call: Call) => {
  demandToken(deps, call);
  const parsed = z.safeParse(Body, call.body);
  if (!parsed.success) throw new WeChatError(47001, ` ${parsed.error.issues[0]?.path.join('.')}`);
  const { version, scene, openid, content, title = '', nickname = '' } = parsed.data;
  if (version !== 2) throw new WeChatError(40097, ' version');
  if (!scenes.includes(scene)) throw new WeChatError(40129);
  if (content === '') throw new WeChatError(44002);
  if (Array.from(content).length > maxContent) throw new WeChatError(45002);
  demandVisitor(deps, openid);
  const { suggest, label } = judgeWords(`${title}\n${nickname}\n${content}`);
  return {
    errcode: 0,
    errmsg: 'ok',
    trace_id: randomUUID(),
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  };
};
