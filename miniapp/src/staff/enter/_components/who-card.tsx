import { channelLabel } from '@suishoupai/shared/tickets/labels';
import { View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { ConsentField } from '../../consent-field.tsx';
import type { Enter } from '../_hooks/use-enter.ts';
import { channels, isPhoneWrong } from '../entering.ts';
import styles from '../index.module.scss';

const longestName = 20;

/** How it came, who it is if they like to say, and that they agreed. */
export const WhoCard = ({ enter: { entering, change, isLocked } }: { enter: Enter }) => {
  const { channel, name, phone, consent } = entering;
  return (
    <Card title="谁反映的">
      <View className={styles['stack']}>
        <Pills label="从哪里来">
          {channels.map((each) => (
            <Pill
              key={each}
              text={channelLabel[each]}
              isChosen={each === channel}
              isDisabled={isLocked}
              onPress={() => change({ channel: each })}
            />
          ))}
        </Pills>
        <Field
          hint="姓名和电话可以不留；留了只有处理的人看得到"
          error={isPhoneWrong(entering) ? '电话号码不对' : undefined}
        >
          <View className={styles['pair']}>
            <LineBox
              value={name}
              onChange={(value) => change({ name: value })}
              maxLength={longestName}
              placeholder="怎么称呼"
              label="居民怎么称呼，可以不填"
              isDisabled={isLocked}
            />
            <LineBox
              value={phone}
              onChange={(value) => change({ phone: value })}
              maxLength={longestName}
              placeholder="电话"
              label="居民的电话，可以不填"
              isDisabled={isLocked}
            />
          </View>
        </Field>
        <ConsentField
          label="居民同意代录吗"
          hint="请先问一句：“我把您说的事登记到平台，处理部门会看到您留的称呼和电话，可以吗？”"
          consent={consent}
          isDisabled={isLocked}
          onChange={(each) => change({ consent: each })}
        />
      </View>
    </Card>
  );
};
