import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { View } from '@tarojs/components';
import { Card } from '../../../../ui/card.tsx';
import { Field } from '../../../../ui/field.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';
import { ConsentField } from '../../../consent-field.tsx';
import type { Record } from '../_hooks/use-record.ts';
import { isPhoneWrong } from '../draft.ts';
import styles from './record.module.scss';
import { WhenField } from './when-field.tsx';

/** Which household, when, and that they agreed. */
export const HouseholdCard = ({ record: { draft, change, sending } }: { record: Record }) => {
  const { isLocked } = sending;
  return (
    <Card title="走访了哪一户">
      <View className={styles['stack']}>
        <Field hint="只有本网格的网格员和社区看得到" error={isPhoneWrong(draft) ? '电话号码不对' : undefined}>
          <LineBox
            value={draft.household}
            onChange={(household) => change({ household })}
            maxLength={fieldworkLimits.household}
            placeholder="比如 3 栋 502 王阿姨"
            label="哪一户"
            isDisabled={isLocked}
          />
          <LineBox
            value={draft.phone}
            onChange={(phone) => change({ phone })}
            maxLength={20}
            placeholder="电话（可不留，留了好回告）"
            label="电话，可以不填"
            isDisabled={isLocked}
          />
        </Field>
        <WhenField at={draft.at} isLocked={isLocked} onChange={(at) => change({ at })} />
        <ConsentField
          label="居民同意登记吗"
          hint="请先问一句：“您说的事我记到平台上，办的部门会看到，可以吗？”"
          consent={draft.consent}
          isDisabled={isLocked}
          onChange={(consent) => change({ consent })}
        />
      </View>
    </Card>
  );
};
