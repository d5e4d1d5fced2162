import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Stack } from '../../stack.tsx';
import type { MeetingControl } from '../_hooks/use-meeting.ts';

const digits = 6;

type Props = { control: MeetingControl; hasOnline: boolean; onClose: () => void };

/** With the six digits in the room, or from elsewhere. */
export const SignInSheet = ({ control: { signIn, running }, hasOnline, onClose }: Props) => {
  const [code, setCode] = useState('');
  const isRunning = running !== undefined;
  const send = async (how: Parameters<typeof signIn>[0]) => {
    if (await signIn(how)) onClose();
    else setCode('');
  };
  return (
    <Sheet isOpen title="签到" onClose={onClose}>
      <Stack>
        <Field label="我在现场" hint="看会场屏幕上的六位数，半分钟换一次">
          <LineBox
            value={code}
            onChange={(value) => setCode(value.replace(/\D/g, '').slice(0, digits))}
            maxLength={digits}
            placeholder="六位数"
            label="签到码，六位数"
            isDisabled={isRunning}
          />
        </Field>
        <Button
          isLarge
          text="现场签到"
          isLoading={isRunning}
          isDisabled={code.length !== digits}
          onPress={() => void send({ how: 'code', code })}
        />
        {hasOnline && (
          <Button
            look="ghost"
            text="我在线上参加，线上签到"
            isDisabled={isRunning}
            onPress={() => void send({ how: 'online' })}
          />
        )}
      </Stack>
    </Sheet>
  );
};
