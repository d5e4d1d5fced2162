import { openTab, routes } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export const NotFound = () => (
  <EmptyState
    icon="search"
    title="没有找到这件事"
    text="可能已被撤下，或者链接不完整"
    action={<Button look="ghost" text="回首页" onPress={() => openTab(routes.home())} />}
  />
);
