import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';

const Page = () => (
  <Screen>
    <EmptyState title="随手拍" />
  </Screen>
);

export default Page;
