import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { TextLine } from '../../../ui/text-line.tsx';
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
          <View className={styles['box']}>
            <Icon name="map-pin" />
            <TextLine
              value={label}
              onChange={(value) => change({ label: value })}
              maxLength={ticketLimits.placeLabel}
              placeholder="写具体一点，比如 3 栋东门"
              label="具体位置"
              isDisabled={isLocked}
            />
            {place?.grid !== undefined && <Chip tone="brand" text={place.grid.name} />}
          </View>
        )}
        {place === undefined && <Button look="soft" icon="map-pin" text={mapWord} onPress={() => void pick()} />}
        {place?.community !== undefined && <Text className={styles['note']}>在{place.community.name}范围内</Text>}
      </View>
    </Card>
  );
};
