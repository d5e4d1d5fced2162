import { EmptyState } from '../ui/empty-state.tsx';
import { Screen } from '../ui/screen.tsx';

/** A page that was opened without saying what of. */
export const NothingNamed = () => (
  <Screen>
    <EmptyState icon="search" title="没有找到" text="请从「我的」里的议事工作台进来。" />
  </Screen>
);
