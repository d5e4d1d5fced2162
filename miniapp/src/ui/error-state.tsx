import { ApiError, needsSignIn } from '../api/api-error.ts';
import { DeviceError } from '../platform/types.ts';
import { open, routes } from '../routes.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

/** The sentence for whatever was thrown; a bug of our own is not shown in its own words. */
export const errorText = (error: unknown): string =>
  error instanceof ApiError || error instanceof DeviceError ? error.message : '这里出了点问题，请再试一次';

type Props = { error: unknown; onRetry: () => void };

export const ErrorState = ({ error, onRetry }: Props) => {
  if (needsSignIn(error))
    return (
      <EmptyState
        icon="user-round"
        title="登录后查看"
        text="登录后就能看到您的上报、消息和积分。"
        action={<Button text="去登录" onPress={() => open(routes.signIn())} />}
      />
    );
  const isOffline = error instanceof ApiError && error.code === 'network';
  return (
    <EmptyState
      icon={isOffline ? 'wifi-off' : 'circle-alert'}
      title={isOffline ? '没有连上网络' : '没有打开'}
      text={errorText(error)}
      action={<Button look="ghost" icon="rotate-cw" text="再试一次" onPress={onRetry} />}
    />
  );
};
