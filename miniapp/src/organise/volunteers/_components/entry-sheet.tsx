import { chinaDay } from '@suishoupai/shared/time/china';
import { learntLabels } from '@suishoupai/shared/volunteering/labels';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { DayPick } from '../../../council/moment-field.tsx';
import { Refused } from '../../../council/refused.tsx';
import { Stack } from '../../../hall/stack.tsx';
import { useNow } from '../../../state/now.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Entry } from '../_hooks/use-volunteers.ts';

type Props = {
  name: string;
  isRunning: boolean;
  refusal: ApiError | undefined;
  onEnter: (entry: Entry) => void;
  onClose: () => void;
};

/** A training or an award. */
export const EntrySheet = ({ name, isRunning, refusal, onEnter, onClose }: Props) => {
  const now = useNow();
  const [entry, setEntry] = useState<Entry>({ kind: 'training', title: '', day: chinaDay(now) });
  const change = (next: Partial<Entry>) => setEntry((before) => ({ ...before, ...next }));
  return (
    <Sheet isOpen title={`记进 ${name} 的服务记录`} onClose={onClose}>
      <Stack>
        <Refused refusal={refusal} />
        <Pills label="记什么">
          {(['training', 'award'] as const).map((kind) => (
            <Pill
              key={kind}
              text={learntLabels[kind]}
              isChosen={kind === entry.kind}
              onPress={() => change({ kind })}
            />
          ))}
        </Pills>
        <LineBox
          value={entry.title}
          onChange={(title) => change({ title })}
          maxLength={40}
          placeholder={entry.kind === 'training' ? '比如 急救培训' : '比如 年度优秀志愿者'}
          label="名称"
        />
        <Field label="哪一天">
          <DayPick label="哪一天" day={entry.day} from="2000-01-01" onChange={(day) => change({ day })} />
        </Field>
        <Button
          isLarge
          text="记进去"
          isLoading={isRunning}
          isDisabled={entry.title.trim().length < 2}
          onPress={() => onEnter({ ...entry, title: entry.title.trim() })}
        />
      </Stack>
    </Sheet>
  );
};
