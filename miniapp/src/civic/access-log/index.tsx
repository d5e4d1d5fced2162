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
  '工作人员打开您报的事、核对您的房屋认证、查看业主名册，这里就记一条。',
  '同一个人同一天看同一件事，只记第一次。记录存三年，只有您看得到。',
] as const;

const seen = {
  ticket: '看了您报的一件事',
  claim: '核对了您的房屋认证申请',
  roll: '看了业主名册',
  attendance: '看了会议的纸质签到表',
  points: '更正积分或时长时看了您的账',
  counter: '在柜台替您查询或兑换',
  timebank: '替您查询或办理时间银行的事',
  volunteer: '看了您的志愿服务信息',
  exchange: '处理互助时看了您的电话',
} as const;

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
        empty={
          <EmptyState icon="shield-check" title="还没有人看过" text="有工作人员查看和您有关的信息，会记在这里。" />
        }
      >
        {(lines) => (
          <>
            {byDay(lines).map(({ day, lines: looks }) => (
              <Card key={day} isTight title={dayTitle(day, now)}>
                <Rows>
                  {looks.map(({ id, at, who, what, ticketId }) => {
                    const note = `${clockOf(at)} ${seen[what]}`;
                    // Only a ticket has a page to go to.
                    if (ticketId === undefined) return <Points key={id} lines={[`${who}：${note}`]} />;
                    return (
                      <ListRow
                        key={id}
                        icon="user-round"
                        title={who}
                        note={note}
                        onPress={() => open(routes.ticket(ticketId))}
                      />
                    );
                  })}
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
