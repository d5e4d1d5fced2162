import { Text } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { PlaceLine } from '../../ui/place-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { CommunityChoice } from './_components/community-choice.tsx';
import { DrawnMap } from './_components/drawn-map.tsx';
import { GridList } from './_components/grid-list.tsx';
import { type PlacePage, type Places, usePlacePage } from './_hooks/use-place-page.ts';
import styles from './index.module.scss';

const said = ({ point, isInside, grid }: PlacePage, { current }: Places): string => {
  if (point === undefined) return '点一下图上问题所在的位置';
  if (!isInside) return `这里在${current.name}外面，请点在图里`;
  return [current.name, grid?.name].filter((part) => part !== undefined).join(' · ');
};

const Choosing = ({ page, places }: { page: PlacePage; places: Places }) => (
  <>
    <CommunityChoice places={places} onChoose={page.moveTo} />
    <Card>
      <DrawnMap community={places.current} point={page.point} grid={page.grid} onChoose={page.choosePoint} />
      <Text className={styles['said']} {...aria({ live: 'polite' })}>
        {said(page, places)}
      </Text>
      <PlaceLine label={page.label} onChange={page.setLabel} grid={undefined} />
      <Text className={styles['note']}>示意图按社区边界和网格画，没有街道；上为北</Text>
    </Card>
    <GridList grids={places.current.grids} chosen={page.grid} onChoose={page.choosePoint} />
  </>
);

const PlacePicker = () => {
  const page = usePlacePage();
  const { view, reload, isInside, confirm } = page;
  const foot = isInside ? (
    <Button isLarge text="就是这里" onPress={confirm} />
  ) : (
    <Button isLarge look="soft" text="先点一下位置" onPress={() => notify('在图上点一下，或按网格选')} />
  );
  return (
    <Screen foot={view.state === 'ready' ? foot : undefined}>
      <Loaded
        view={view}
        onRetry={() => void reload()}
        empty={<EmptyState icon="building-2" title="还没有社区开通" text="有问题可以打市民热线 12345" />}
      >
        {(places) => places && <Choosing page={page} places={places} />}
      </Loaded>
    </Screen>
  );
};

export default PlacePicker;
