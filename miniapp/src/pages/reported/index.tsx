import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';

const Page = () => (
  <Screen>
    <EmptyState title="已提交" />
  </Screen>
);

export default Page;
