import type { Community, Grid } from '@suishoupai/shared/places/contract';
import type { LngLat } from '@suishoupai/shared/places/ring';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type CSSProperties, useMemo } from 'react';
import { tapSpot } from '../../../platform/tap-spot.ts';
import { aria } from '../../../ui/aria.ts';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { frameOf, maskOf, pointIn, type Spot } from '../drawing.ts';
import styles from './drawn-map.module.scss';

type Props = {
  community: Community;
  point: LngLat | undefined;
  grid: Grid | undefined;
  onChoose: (point: LngLat) => void;
};

/** As wide as a card's inside, on a browser's wide screen as on a phone's. */
const mapWidth = (): number => Math.min(Taro.getWindowInfo().windowWidth, 480) - 64;
const maxHeight = 420;
const mapId = 'drawn-map';

const masked = (mask: string): CSSProperties & Record<'--mask', string> => ({ '--mask': mask });
const at = ({ x, y }: Spot): CSSProperties => ({ left: `${x}px`, top: `${y}px` });

/** The community's boundary and grids, drawn from what the service knows: no map service, no streets. */
export const DrawnMap = ({ community: { boundary, grids }, point, grid, onChoose }: Props) => {
  const frame = useMemo(() => frameOf(boundary, { width: mapWidth(), maxHeight }), [boundary]);
  const ground = useMemo(() => masked(maskOf(frame, [boundary])), [frame, boundary]);
  const lines = useMemo(() => {
    const inner = grids.map((each) => each.boundary);
    return masked(maskOf(frame, [...inner, boundary], 1.5));
  }, [frame, boundary, grids]);

  const choose = async (event: object) => {
    const spot = await tapSpot(event, `#${mapId}`);
    if (spot !== undefined) onChoose(frame.pointOf(spot));
  };

  return (
    <View
      id={mapId}
      className={styles['map']}
      style={{ width: `${frame.width}px`, height: `${frame.height}px` }}
      onClick={(event) => void choose(event)}
      {...aria({ role: 'img', label: '社区示意图，点按选位置；也可以在下面按网格选' })}
    >
      <View className={cx(styles['layer'], styles['ground'])} style={ground} />
      {grid !== undefined && (
        <View className={cx(styles['layer'], styles['chosen'])} style={masked(maskOf(frame, [grid.boundary]))} />
      )}
      <View className={cx(styles['layer'], styles['lines'])} style={lines} />
      {grids.map((each) => (
        <Text
          key={each.id}
          className={cx(styles['name'], each.id === grid?.id && styles['chosenName'])}
          style={at(frame.spotOf(pointIn(each.boundary)))}
        >
          {each.name}
        </Text>
      ))}
      {point !== undefined && (
        <View className={styles['pin']} style={at(frame.spotOf(point))}>
          <Icon name="map-pin" size="large" />
        </View>
      )}
    </View>
  );
};
