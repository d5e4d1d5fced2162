import { limitWords } from '@suishoupai/shared/duty/words';
import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import type { Category } from '@suishoupai/shared/taxonomy/categories';
import { Text, View } from '@tarojs/components';
import { nameIn } from '../../../duty/lookup.ts';
import { callPhone } from '../../../platform/call-phone.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import styles from './duty-row.module.scss';

type Props = { category: Category; line: DutyLine | undefined; departments: readonly Department[] };

/** A name and its limit stay together on a line. */
const Limits = ({ line: { accept, resolve, stages = [] } }: { line: DutyLine }) => (
  <View className={styles['limits']}>
    <Text className={styles['limit']}>{limitWords(accept)}内接单</Text>
    {stages.map(({ name, limit }) => (
      <Text key={name} className={styles['limit']}>
        {limitWords(limit)}内{name}
      </Text>
    ))}
    <Text className={styles['limit']}>{limitWords(resolve)}内办好</Text>
  </View>
);

const Terms = ({ line, departments }: { line: DutyLine; departments: readonly Department[] }) => {
  const nameOf = nameIn(departments);
  return (
    <>
      <Text className={styles['who']}>{nameOf(line.departmentId)}</Text>
      {line.supporting.length > 0 && (
        <Text className={styles['note']}>协办 {line.supporting.map(nameOf).join('、')}</Text>
      )}
      <Limits line={line} />
      {line.filing === 'onTheSpot' && (
        <View className={styles['mark']}>
          <Chip tone="info" icon="map-pin" text="网格员先到现场核实" />
        </View>
      )}
    </>
  );
};

/** A category, in whose hands it comes, until when; and their telephone. */
export const DutyRow = ({ category, line, departments }: Props) => {
  const lead = departments.find(({ id }) => id === line?.departmentId);
  const phone = lead?.phone;
  return (
    <View className={styles['row']}>
      <View className={styles['words']}>
        <Text className={styles['name']}>{category.name}</Text>
        {line === undefined ? (
          <Text className={styles['note']}>没有写定，由社区看过以后指派</Text>
        ) : (
          <Terms line={line} departments={departments} />
        )}
      </View>
      {phone !== undefined && (
        <Press className={styles['call']} label={`打电话给${lead?.name ?? ''}`} onPress={() => callPhone(phone)}>
          <Icon name="phone" />
        </Press>
      )}
    </View>
  );
};
