import { useState } from 'react';
import { Stack } from '../../../hall/stack.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Tick } from '../../../ui/tick.tsx';
import type { ActivityControl } from '../_hooks/use-activity.ts';

const digits = 6;

type Props = { control: ActivityControl; what: 'in' | 'out'; hasPoint: boolean; onClose: () => void };

/** The six digits on the spot, and if the person likes, how far the phone is from it. */
export const CheckSheet = ({ control: { check, running }, what, hasPoint, onClose }: Props) => {
  const [code, setCode] = useState('');
  const [isLocated, setLocated] = useState(false);
  const name = what === 'in' ? '签到' : '签退';
  const isRunning = running !== undefined;
  const send = async () => {
    if (await check(what, code, isLocated)) onClose();
    else setCode('');
  };
  return (
    <Sheet isOpen title={name} onClose={onClose}>
      <Stack>
        <Field label="现场的六位数" hint="看组织者手机或屏幕，半分钟换一次">
          <LineBox
            value={code}
            onChange={(value) => setCode(value.replace(/\D/g, '').slice(0, digits))}
            maxLength={digits}
            placeholder="六位数"
            label={`${name}码，六位数`}
            isDisabled={isRunning}
          />
        </Field>
        <Slot>
          {hasPoint && (
            <ListRow
              title="同意核对我在不在附近"
              note="只比一次、只记大概多远，不记您在哪里；不同意也能签"
              role="checkbox"
              isChecked={isLocated}
              end={<Tick isOn={isLocated} />}
              onPress={() => setLocated(!isLocated)}
            />
          )}
        </Slot>
        <Button
          isLarge
          text={name}
          isLoading={isRunning}
          isDisabled={code.length !== digits}
          onPress={() => void send()}
        />
      </Stack>
    </Sheet>
  );
};
