import { ScrollView, Text, View } from '@tarojs/components';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import type { FilterChip, FilterKey } from '../filter.ts';
import styles from './desk-switch.module.scss';

/** What is looked at now; a tap takes one out. */
export const FilterChips = ({
  chips,
  onRemove,
}: {
  chips: readonly FilterChip[];
  onRemove: (key: FilterKey) => void;
}) => {
  if (chips.length === 0) return null;
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className={styles['scroll']}>
      <View className={styles['row']}>
        {chips.map(({ key, text }) => (
          <Press key={key} className={styles['tab']} label={`筛选：${text}，点按去掉`} onPress={() => onRemove(key)}>
            <View className={styles['chip']}>
              <Text>{text}</Text>
              <Icon name="x" size="mark" />
            </View>
          </Press>
        ))}
      </View>
    </ScrollView>
  );
};
