import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { Text, View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { type ActionGroup, stepNote } from '../actions.ts';
import { staffForms } from '../forms.ts';
import styles from './more-sheet.module.scss';

type Props = {
  isOpen: boolean;
  groups: readonly ActionGroup[];
  onPress: (step: PersonStep) => void;
  onClose: () => void;
};

export const MoreSheet = ({ isOpen, groups, onPress, onClose }: Props) => (
  <Sheet isOpen={isOpen} title="更多操作" onClose={onClose}>
    {groups.map(({ title, steps }) => (
      <View key={title} className={styles['group']} {...aria({ role: 'group', label: title })}>
        <Text className={styles['title']}>{title}</Text>
        <Rows>
          {steps.map((step) => (
            <ListRow
              key={step}
              role="button"
              title={staffForms[step].name}
              note={stepNote[step]}
              onPress={() => onPress(step)}
            />
          ))}
        </Rows>
      </View>
    ))}
  </Sheet>
);
