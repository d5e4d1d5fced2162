import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { PlaceLine } from '../../../ui/place-line.tsx';
import type { Report } from '../_hooks/use-report.ts';
import { MapRefused } from './map-refused.tsx';
import { Outside } from './outside.tsx';
import styles from './place-card.module.scss';

const mapWord = '地图选点';

const Standing = ({ report }: { report: Report }) => {
  const { draft, place, isOnline, placeAgain } = report;
  const standing = draft.place?.standing;
  const waiting = (text: string) => (
    <View className={styles['line']}>
      <Icon name="loader-circle" size="mark" isSpinning />
      <Text>{text}</Text>
    </View>
  );
  switch (standing?.state) {
    case undefined:
      if (place.isFinding) return waiting('正在取手机的位置，也可以直接在地图上选');
      return <Button look="soft" icon="map-pin" text={mapWord} onPress={() => void place.pick()} />;
    case 'asking':
      return waiting('正在查属于哪个社区、哪个网格');
    case 'unknown':
      return (
        <View className={styles['line']}>
          <Text className={styles['grow']}>
            {isOnline ? '网络不好，还没查到属于哪个社区' : '没有网络，查不到属于哪个社区。内容都存着，有网时再提交'}
          </Text>
          {isOnline && <Button look="plain" text="再查一次" onPress={placeAgain} />}
        </View>
      );
    case 'outside':
      return <Outside report={report} />;
    case 'inside':
      return <Text className={styles['quiet']}>在{standing.community.name}范围内。具体位置只有处理的人看得到</Text>;
    default:
      return standing satisfies never;
  }
};

export const PlaceCard = ({ report }: { report: Report }) => {
  const { draft, place, problems, writeLabel } = report;
  const standing = draft.place?.standing;
  const grid = standing?.state === 'inside' ? standing.grid : undefined;
  const isStarted = draft.place !== undefined || draft.label !== '';
  const hasAside = draft.place !== undefined || place.isFinding;
  return (
    <Card title="在哪里" {...(hasAside ? { aside: mapWord, onAside: () => void place.pick() } : {})}>
      <Field error={standing?.state === 'outside' ? undefined : problems.place}>
        {isStarted && <PlaceLine label={draft.label} onChange={writeLabel} grid={grid?.name} />}
        <Standing report={report} />
        {place.mapRefusal !== undefined && <MapRefused message={place.mapRefusal} place={place} />}
      </Field>
    </Card>
  );
};
