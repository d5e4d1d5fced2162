import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';

const Page = () => (
  <Screen>
    <EmptyState title="进展" />
  </Screen>
);

export default Page;
