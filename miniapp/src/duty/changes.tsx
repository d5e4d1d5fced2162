import type { DutyVersion } from '@suishoupai/shared/duty/routes';
import { changeWords, ruleChangeWords } from '@suishoupai/shared/duty/words';
import type { Department } from '@suishoupai/shared/places/contract';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { Text, View } from '@tarojs/components';
import styles from './changes.module.scss';
import { nameIn } from './lookup.ts';

type Props = Pick<DutyVersion, 'changed' | 'changedNegative'> & { departments: readonly Department[] };

/** What a version changes, category by category, in words. */
export const Changes = ({ changed, changedNegative, departments }: Props) => (
  <View className={styles['changes']}>
    {changed.map(({ categoryCode, ...sides }) => (
      <View key={categoryCode} className={styles['change']}>
        <Text className={styles['name']}>{categoryByCode(categoryCode)?.name ?? categoryCode}</Text>
        {changeWords(sides, nameIn(departments)).map((words) => (
          <Text key={words} className={styles['words']}>
            {words}
          </Text>
        ))}
      </View>
    ))}
    {changedNegative.length > 0 && (
      <View className={styles['change']}>
        <Text className={styles['name']}>不能推给社区的事</Text>
        {changedNegative.map(({ id, ...sides }) => (
          <Text key={id} className={styles['words']}>
            {ruleChangeWords(sides)}
          </Text>
        ))}
      </View>
    )}
  </View>
);
