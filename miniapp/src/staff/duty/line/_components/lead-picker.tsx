import type { DepartmentId } from '@suishoupai/shared/ids';
import type { Department } from '@suishoupai/shared/places/contract';
import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../../../../ui/aria.ts';
import { Icon } from '../../../../ui/icon/icon.tsx';
import styles from './limit-picker.module.scss';

type Props = {
  departments: readonly Department[];
  chosen: DepartmentId | undefined;
  onChoose: (id: DepartmentId) => void;
};

/** Who leads, by the phone's own wheel. */
export const LeadPicker = ({ departments, chosen, onChoose }: Props) => {
  const at = departments.findIndex(({ id }) => id === chosen);
  const name = departments[at]?.name ?? '请选择';
  return (
    <Picker
      mode="selector"
      range={departments.map((department) => department.name)}
      value={Math.max(at, 0)}
      onChange={({ detail }) => {
        const picked = departments[Number(detail.value)];
        if (picked !== undefined) onChoose(picked.id);
      }}
    >
      <View className={styles['row']} {...aria({ role: 'button', label: `牵头，${name}，修改` })}>
        <Text className={styles['label']}>牵头</Text>
        <Text className={styles['value']}>{name}</Text>
        <Icon name="chevron-right" />
      </View>
    </Picker>
  );
};
