import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PlaceLine } from '../../../ui/place-line.tsx';
import type { Enter } from '../_hooks/use-enter.ts';
import styles from '../index.module.scss';

const mapWord = '地图选点';

export const WhereCard = ({ enter: { entering, change, isLocked, pick } }: { enter: Enter }) => {
  const { place, label } = entering;
  const isStarted = place !== undefined || label !== '';
  return (
    <Card title="在哪里" {...(isStarted && !isLocked ? { aside: mapWord, onAside: () => void pick() } : {})}>
      <View className={styles['stack']}>
        {isStarted && (
          <PlaceLine
            label={label}
            onChange={(value) => change({ label: value })}
            grid={place?.grid?.name}
            isDisabled={isLocked}
          />
        )}
        {place === undefined && <Button look="soft" icon="map-pin" text={mapWord} onPress={() => void pick()} />}
        {place?.community !== undefined && <Text className={styles['note']}>在{place.community.name}范围内</Text>}
      </View>
    </Card>
  );
};
