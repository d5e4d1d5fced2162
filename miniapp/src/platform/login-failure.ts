/** `errMsg` is all that tells WeChat's own failure from a phone without network; what it does not say counts as WeChat's. */
export const loginFailure = (error: unknown): 'network' | 'wechat.unavailable' => {
  const { errMsg } = (error ?? {}) as { errMsg?: unknown };
  return /network|timeout|time out|timed out|interrupted|offline/i.test(String(errMsg))
    ? 'network'
    : 'wechat.unavailable';
};
