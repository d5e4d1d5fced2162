import { randomInt } from 'node:crypto';
import * as z from 'zod/mini';
import { WeChatError } from './answer.ts';
import type { Call, Deps } from './deps.ts';
import { refusedField } from './message-rules.ts';
import { openidOf } from './personas.ts';
import { demandToken } from './token.ts';

const Body = z.object({
  touser: z.optional(z.string()),
  template_id: z.optional(z.string()),
  page: z.optional(z.string()),
  data: z.optional(z.record(z.string(), z.object({ value: z.string() }))),
  miniprogram_state: z.optional(z.enum(['developer', 'trial', 'formal'])),
  lang: z.optional(z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])),
});

const quotaKey = (openid: string, templateId: string) => `${openid}|${templateId}`;

/** The person allowed one more message of this template: what `wx.requestSubscribeMessage` leads to. */
export const allowMessage = ({ state, save, appId }: Deps, persona: string, templateId: string): void => {
  const key = quotaKey(openidOf(persona, appId), templateId);
  state.quotas[key] = (state.quotas[key] ?? 0) + 1;
  save();
};

/** `message/subscribe/send`: one accept, one message. */
export const sendMessage = (deps: Deps, call: Call) => {
  const { state, save, now, appId, personas, templates } = deps;
  demandToken(deps, call);
  const parsed = z.safeParse(Body, call.body);
  if (!parsed.success) throw new WeChatError(47003, ` ${parsed.error.issues[0]?.path.join('.')} invalid`);
  const { touser = '', template_id: templateId = '', page, data = {} } = parsed.data;
  if (!personas.some(({ id }) => openidOf(id, appId) === touser)) throw new WeChatError(40003);
  const template = templates.find(({ id }) => id === templateId);
  if (template === undefined) throw new WeChatError(40037);
  if (page?.startsWith('/')) throw new WeChatError(47003, ' page invalid');
  const refused = refusedField(template.fields, data);
  if (refused !== undefined) throw new WeChatError(47003, ` data.${refused}.value invalid`);
  const key = quotaKey(touser, templateId);
  const quota = state.quotas[key] ?? 0;
  if (quota === 0) throw new WeChatError(43101);
  state.quotas[key] = quota - 1;
  state.messages.push({
    openid: touser,
    templateId,
    ...(page === undefined ? {} : { page }),
    data,
    at: new Date(now()).toISOString(),
  });
  save();
  return { errcode: 0, errmsg: 'ok', msgid: randomInt(1, 2 ** 47) };
};
