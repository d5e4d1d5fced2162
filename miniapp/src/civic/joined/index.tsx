import { openTab, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TicketList } from '../../ui/ticket-list.tsx';
import { useJoined } from './_hooks/use-joined.ts';

const JoinedPage = () => {
  const pages = useJoined();
  return (
    <Screen>
      <TicketList
        pages={pages}
        empty={
          <EmptyState
            icon="users"
            title="您还没有同感过"
            text="看到邻居报的事您也遇到了，点「同感」，有进展同样告诉您。"
            action={<Button text="看看身边的事" onPress={() => openTab(routes.nearby())} />}
          />
        }
      />
    </Screen>
  );
};

export default JoinedPage;
