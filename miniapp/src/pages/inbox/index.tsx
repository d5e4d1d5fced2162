import { useNow } from '../../state/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { NoticeRow } from './_components/notice-row.tsx';
import { useInbox } from './_hooks/use-inbox.ts';

const InboxPage = () => {
  const { view, tail, more, reload } = useInbox();
  const now = useNow();
  return (
    <Screen>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="bell" title="没有消息" text="您上报的事每往前一步，这里会告诉您。" />}
      >
        {(notices) => (
          <>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} now={now} />
            ))}
            <ListTail tail={tail} onMore={() => void more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default InboxPage;
