import { chinaDay } from '@suishoupai/shared/time/china';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Points } from '../../../ui/points.tsx';
import { useMyConsents } from '../_hooks/use-my-consents.ts';

const said = { given: '同意', withdrawn: '撤回同意' } as const;

export const MyConsents = () => {
  const { isSignedIn, view, reload, withdraw } = useMyConsents();
  if (!isSignedIn) return null;
  return (
    <Card title="我的同意">
      <Loaded view={view} onRetry={() => void reload()}>
        {(lines) => (
          <Points lines={lines.map(({ at, what, version }) => `${chinaDay(at)} ${said[what]}（${version} 版）`)} />
        )}
      </Loaded>
      <Button look="plain" text="撤回同意" onPress={() => void withdraw()} />
    </Card>
  );
};
