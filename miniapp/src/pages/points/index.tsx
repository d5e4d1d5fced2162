import { minutesWords } from '@suishoupai/shared/points/words';
import { Text, View } from '@tarojs/components';
import { open, routes } from '../../routes.ts';
import { useElder } from '../../state/elder.ts';
import { useNow } from '../../state/now.ts';
import { Card } from '../../ui/card.tsx';
import { ElderChoice } from '../../ui/elder-choice.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { usePoints } from './_hooks/use-points.ts';
import styles from './index.module.scss';
import { LineRow } from './line-row.tsx';

/** What leads on, in this order: to get something for it, to do something for it, to see that it is right. */
const ways = [
  { icon: 'store', title: '兑换', note: '用积分换东西', to: routes.rewards, isFirst: true },
  { icon: 'users', title: '志愿服务', note: '报名参加，记服务时长', to: routes.volunteer, isFirst: true },
  {
    icon: 'hourglass',
    title: '时间银行',
    note: '请人帮忙、帮帮别人、把时长送给家人',
    to: routes.timebank,
    isFirst: true,
  },
  { icon: 'list-checks', title: '怎么得积分', note: '每件事给多少，您用了多少上限', to: routes.pointsRules },
  { icon: 'star', title: '荣誉', note: '徽章、年度表彰', to: routes.honours },
  { icon: 'shield-check', title: '公开账本', note: '全社区发了多少、花了多少，谁都能核', to: routes.openBook },
] as const;

const PointsPage = () => {
  const { community, view, reload, me } = usePoints();
  const isElder = useElder();
  const now = useNow();
  const id = community?.id;
  const isStaff = me?.grants.some((grant) => grant.role === 'communityStaff' && grant.communityId === id) === true;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ book, points, minutes, lines }) => (
          <>
            <View className={styles['hero']}>
              <View className={styles['amount']}>
                <Text className={styles['number']}>{points.free}</Text>
                <Text>可用积分</Text>
              </View>
              <View className={styles['amount']}>
                <Text className={styles['number']}>{minutesWords(minutes.free)}</Text>
                <Text>服务时长</Text>
              </View>
              <Text className={styles['note']}>
                {[
                  points.lapsing === undefined ? '' : `${points.lapsing.amount} 分 ${points.lapsing.until} 到期`,
                  points.reserved === 0 ? '' : `${points.reserved} 分留着等领取`,
                  `账号 ${book}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </View>
            <Slot>
              {id !== undefined && (
                <Card isTight title="最近" aside="全部" onAside={() => open(routes.pointsLines(id))}>
                  <Rows>
                    {lines.length === 0 && (
                      <ListRow
                        title="还没有记录"
                        note="报的问题修好了，就有第一笔"
                        onPress={() => open(routes.pointsRules(id))}
                      />
                    )}
                    {(isElder ? lines.slice(0, 1) : lines).map((line) => (
                      <LineRow
                        key={`${line.unit} ${line.id}`}
                        line={line}
                        now={now}
                        otherwise={() => open(routes.pointsLines(id))}
                      />
                    ))}
                  </Rows>
                </Card>
              )}
            </Slot>
          </>
        )}
      </Loaded>
      <Slot>
        {id !== undefined && (
          <>
            {isElder &&
              ways
                .filter((way) => 'isFirst' in way)
                .map(({ to, ...way }) => <ElderChoice key={way.title} {...way} onPress={() => open(to(id))} />)}
            <Card isTight>
              <Rows>
                {ways
                  .filter((way) => !isElder || !('isFirst' in way))
                  .map(({ icon, title, note, to }) => (
                    <ListRow key={title} icon={icon} title={title} note={note} onPress={() => open(to(id))} />
                  ))}
                {isStaff && (
                  <ListRow
                    icon="sliders-horizontal"
                    title="积分工作台"
                    note="规则、更正、核对"
                    onPress={() => open(routes.pointsDesk(id))}
                  />
                )}
              </Rows>
            </Card>
          </>
        )}
      </Slot>
    </Screen>
  );
};

export default PointsPage;
