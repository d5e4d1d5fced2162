import { householdRoutes } from '@suishoupai/shared/households/contract';
import { areaWords } from '@suishoupai/shared/households/labels';
import type { CommunityId } from '@suishoupai/shared/ids';
import { exactTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { call } from '../../api/client.ts';
import { useLoad } from '../../load/use-load.ts';
import { useRefresh } from '../../load/use-refresh.ts';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import styles from '../council.module.scss';
import { Figures } from '../figures.tsx';
import { NothingNamed } from '../nothing-named.tsx';
import { saveTemplate } from './save-template.ts';

const askRoll = (communityId: CommunityId) => call(householdRoutes.getRoll, { params: { communityId } });

const rules = ['业主表决按面积和人数两样算，名册就是依据。', '查看名册会记一笔；看到的姓名只用于核对。'] as const;

const useRoll = (communityId: CommunityId, source = askRoll) => {
  const load = useLoad(communityId, () => source(communityId), { reloadOnShow: true });
  useRefresh(load.reload);
  return load;
};

const Roll = ({ communityId }: { communityId: CommunityId }) => {
  const { view, reload } = useRoll(communityId);
  const has = view.state === 'ready' && view.data.standing !== undefined;
  return (
    <Screen
      foot={
        <>
          <Button look="ghost" text="下载模板" onPress={() => void saveTemplate()} />
          <Button
            text={has ? '导入新名册' : '导入名册'}
            onPress={() => open(routes.importRoll(communityId))}
            isDisabled={view.state !== 'ready'}
          />
        </>
      }
    >
      <Loaded view={view} onRetry={() => void reload()}>
        {({ standing, buildings }) =>
          standing === undefined ? (
            <EmptyState
              icon="building-2"
              title="还没有业主名册"
              text="下载模板，填好楼栋、房号、面积和业主，存成 XLSX 或 CSV 再导入。导入前会把每一行的错误都列出来。"
            />
          ) : (
            <>
              <Card title={`第 ${standing.version} 版名册`}>
                <View className={styles['stack']}>
                  <Figures
                    figures={[
                      { name: '套', amount: String(standing.units) },
                      { name: '人数（一人一票）', amount: String(standing.heads) },
                      { name: '专有部分总面积', amount: areaWords(standing.areaTotal) },
                    ]}
                  />
                  <Text className={styles['quiet']}>
                    {`${standing.importedBy} ${exactTime(standing.importedAt)} 导入 ${standing.fileName}${
                      standing.excludedRows.length === 0 ? '' : `，手工排除 ${standing.excludedRows.length} 行`
                    }`}
                  </Text>
                </View>
              </Card>
              <Card isTight title="按楼栋">
                <Rows>
                  {buildings.map(({ building, units, area, bound }) => (
                    <ListRow
                      key={building}
                      icon="building-2"
                      title={/^\w+$/.test(building) ? `${building} 栋` : building}
                      note={`${units} 套 · ${areaWords(area)} · 已认证 ${bound} 人`}
                      onPress={() => open(routes.units(communityId, building))}
                    />
                  ))}
                </Rows>
              </Card>
            </>
          )
        }
      </Loaded>
      <Card tone="info">
        <Points lines={rules} />
      </Card>
    </Screen>
  );
};

const RollPage = () => {
  const { communityId } = useRouter().params;
  return communityId === undefined ? <NothingNamed /> : <Roll communityId={communityId} />;
};

export default RollPage;
