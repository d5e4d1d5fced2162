import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { MatterFields } from '../matter/matter-fields.tsx';
import { Warning } from '../warning.tsx';
import { useFound } from './_hooks/use-found.ts';

const FoundPage = () => {
  const { communityId = '', patrolId = '', item = '' } = useRouter().params;
  const { asked, matter, change, missing, submit, sending } = useFound({ communityId, patrolId, item });
  const { isLocked, isSending } = sending;
  return (
    <Screen
      foot={
        <Submit
          missing={missing}
          text="转成工单"
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>
        <Warning sending={sending} />
      </Slot>
      <Card title="查到什么">
        <Field {...(asked === '' ? {} : { hint: `清单上写的是：${asked}` })}>
          <TextArea
            value={matter.text}
            onChange={(value) => change({ text: value })}
            maxLength={ticketLimits.description}
            placeholder="写清楚什么坏了、到什么程度"
            label="查到什么"
            isDisabled={isLocked}
          />
        </Field>
      </Card>
      <Card title="类别、位置和照片">
        <MatterFields communityId={communityId} matter={matter} isLocked={isLocked} onChange={change} />
      </Card>
    </Screen>
  );
};

export default FoundPage;
