import { open, routes } from '../../routes.ts';
import { useNow } from '../../state/now.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { ListTail } from '../../ui/list-tail.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useAccessLog } from './_hooks/use-access-log.ts';
import { byDay, clockOf, dayTitle } from './days.ts';

const rules = [
  '工作人员打开您报的事，能看到准确位置和全部照片，这里就记一条。',
  '同一个人同一天看同一件事，只记第一次。记录存三年，只有您看得到。',
] as const;

const AccessLogPage = () => {
  const { view, tail, more, reload } = useAccessLog();
  const now = useNow();
  return (
    <Screen>
      <Card tone="info">
        <Points lines={rules} />
      </Card>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="shield-check" title="还没有人看过" text="有工作人员打开您报的事，会记在这里。" />}
      >
        {(lines) => (
          <>
            {byDay(lines).map(({ day, lines: looks }) => (
              <Card key={day} isTight title={dayTitle(day, now)}>
                <Rows>
                  {looks.map(({ id, at, who, ticketId }) => (
                    <ListRow
                      key={id}
                      icon="user-round"
                      title={who}
                      note={`${clockOf(at)} 看了您报的一件事`}
                      onPress={() => open(routes.ticket(ticketId))}
                    />
                  ))}
                </Rows>
              </Card>
            ))}
            <ListTail tail={tail} onMore={() => void more()} />
          </>
        )}
      </Loaded>
    </Screen>
  );
};

export default AccessLogPage;
