import { openTab, routes } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** What an incomplete or outdated link leads to. */
export const NotFound = ({ title }: { title: string }) => (
  <EmptyState
    icon="search"
    title={title}
    text="可能已被撤下，或者链接不完整"
    action={<Button look="ghost" text="回议事厅" onPress={() => openTab(routes.hall())} />}
  />
);
