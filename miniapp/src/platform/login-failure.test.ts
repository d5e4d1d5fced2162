import { expect, test } from 'vitest';
import { loginFailure } from './login-failure.ts';

test.each([
  [{ errMsg: 'login:fail timeout' }, 'network'],
  [{ errMsg: 'login:fail:net::ERR_NETWORK_CHANGED' }, 'network'],
  [{ errMsg: 'login:fail interrupted' }, 'network'],
  [{ errMsg: 'login:fail system error' }, 'wechat.unavailable'],
  [{}, 'wechat.unavailable'],
  [undefined, 'wechat.unavailable'],
  [null, 'wechat.unavailable'],
])('登录失败 %j 是 %s', (error, code) => {
  expect(loginFailure(error)).toBe(code);
});
