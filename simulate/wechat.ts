import { makeWeChat, type WeChat } from '../functions/src/wechat/client.ts';
import type { AccessTokenStore } from '../functions/src/wechat/store.ts';
import type { Dice } from './dice.ts';
import { type Faults, ofWeChat } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

type Deps = { dice: Dice; scheduler: Scheduler; faults: Faults; tokens: AccessTokenStore; now: () => Date };
type Asked = { content?: string; touser?: string; page?: string; data?: Record<string, { value: string }> };

/** A message as it reached a phone. */
type Message = { openid: string; page: string; data: Record<string, { value: string }> };

const config = { apiBase: 'https://wechat.test', appId: 'wx1', appSecret: 'secret' };
const silent = { info: () => {}, error: () => {} };
const answer = (body: object) => new Response(JSON.stringify(body));

/** What it says on a bad day: nothing that can be read, that it is busy, that the day's calls are used up, that the token is old. */
const wrong = [
  () => new Response('<html>'),
  ...[{}, { errcode: -1 }, { errcode: 45009 }, { errcode: 42001 }].map((body) => () => answer(body)),
];

/** The real client before a WeChat that is slow, wrong or down now and then. Words with 待审 in them wait for a person. */
export const makeShakyWeChat = ({ dice, scheduler, faults, tokens, now }: Deps) => {
  const messages: Message[] = [];
  let issued = 0;

  const done = (path: string, { content = '', touser = '', page = '', data = {} }: Asked): Response => {
    switch (path) {
      case '/cgi-bin/stable_token':
        issued += 1;
        return answer({ access_token: `token-${issued}`, expires_in: 7200 });
      case '/wxa/msg_sec_check':
        return answer({ errcode: 0, result: { suggest: content.includes('待审') ? 'review' : 'pass' } });
      default:
        messages.push({ openid: touser, page, data });
        return answer({ errcode: 0 });
    }
  };

  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname } = new URL(String(input));
    const asked = JSON.parse(String(init?.body ?? '{}')) as Asked;
    if (scheduler.current() === undefined) return done(pathname, asked);
    await scheduler.turn();
    const kind = faults.draw(ofWeChat, `wechat ${pathname}`, 3);
    if (kind === 'wechatDown') throw new TypeError('fetch failed');
    if (kind === 'wechatWrong') return dice.pick(wrong)();
    const said = done(pathname, asked);
    if (kind !== 'wechatSlow') return said;
    for (let turns = 0; turns < 3; turns += 1) await scheduler.turn();
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  };

  const client: WeChat = makeWeChat({ config, tokens, now, log: silent, fetch });
  return { client, messages };
};
