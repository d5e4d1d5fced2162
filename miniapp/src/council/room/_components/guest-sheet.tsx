import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from '../../council.module.scss';
import { Refused } from '../../refused.tsx';
import type { Guest } from '../_hooks/use-meeting.ts';
import { guestProblem } from '../guest.ts';

type Props = {
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onList: (guest: Guest) => void;
  onClose: () => void;
};

/** Somebody without a phone, with two witnesses. */
export const GuestSheet = ({ isRunning, isLocked, refusal, onList, onClose }: Props) => {
  const [guest, setGuest] = useState<Guest>({ name: '', household: '', witnesses: ['', ''] });
  const [first, second] = guest.witnesses;
  const problem = guestProblem(guest);
  const isDisabled = isRunning || isLocked;
  const change = (next: Partial<Guest>) => setGuest((before) => ({ ...before, ...next }));
  const maxLength = meetingLimits.person;
  return (
    <Sheet isOpen title="没有手机的人，登记到会" onClose={onClose}>
      <View className={styles['stack']}>
        <View className={styles['pair']}>
          <LineBox
            value={guest.name}
            onChange={(name) => change({ name })}
            maxLength={maxLength}
            placeholder="姓名"
            isDisabled={isDisabled}
          />
          <LineBox
            value={guest.household}
            onChange={(household) => change({ household })}
            maxLength={30}
            placeholder="哪一户，比如 3 栋 501"
            isDisabled={isDisabled}
          />
        </View>
        <Field label="两位见证人" hint="名单只有工作人员能看，每次查看都有记录">
          <View className={styles['pair']}>
            <LineBox
              value={first}
              onChange={(name) => change({ witnesses: [name, second] })}
              maxLength={maxLength}
              placeholder="见证人一"
              isDisabled={isDisabled}
            />
            <LineBox
              value={second}
              onChange={(name) => change({ witnesses: [first, name] })}
              maxLength={maxLength}
              placeholder="见证人二"
              isDisabled={isDisabled}
            />
          </View>
        </Field>
        <View className={styles['submit']}>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : (problem ?? '登记到会')}
            isLoading={isRunning}
            isDisabled={problem !== undefined && !isLocked}
            onPress={() => {
              const { name, household, witnesses } = guest;
              onList({
                name: name.trim(),
                household: household.trim(),
                witnesses: [witnesses[0].trim(), witnesses[1].trim()],
              });
            }}
          />
        </View>
      </View>
    </Sheet>
  );
};
