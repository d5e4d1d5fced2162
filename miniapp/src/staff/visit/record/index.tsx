import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { refusalWords } from '../../../forms/use-sending.ts';
import { Button } from '../../../ui/button.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Warning } from '../../patrol/warning.tsx';
import { HouseholdCard } from './_components/household-card.tsx';
import { LineCard } from './_components/line-card.tsx';
import { useRecord } from './_hooks/use-record.ts';
import { isFull } from './draft.ts';

const RecordPage = () => {
  const { communityId = '', gridId = '' } = useRouter().params;
  const record = useRecord(communityId, gridId);
  const { draft, sending, changeLine, add, drop, wrong, missing, submit } = record;
  const { isLocked, isSending, refusal } = sending;
  return (
    <Screen
      foot={
        <Submit
          missing={missing}
          text={`记下 ${draft.lines.length} 件`}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit()}
        />
      }
    >
      <Slot>
        <Warning sending={sending} />
      </Slot>
      <HouseholdCard record={record} />
      <Slot>
        {draft.lines.map((line, index) => (
          <LineCard
            key={line.id}
            line={line}
            index={index}
            communityId={communityId}
            isLocked={isLocked}
            error={wrong === index && refusal !== undefined ? refusalWords(refusal) : undefined}
            onChange={(change) => changeLine(line.id, change)}
            onDrop={() => void drop(line.id)}
          />
        ))}
      </Slot>
      <Button
        look="ghost"
        icon="plus"
        text={draft.lines.length === 0 ? '记第一件事' : '再记一件'}
        isDisabled={isLocked || isFull(draft)}
        onPress={() => void add()}
      />
    </Screen>
  );
};

export default RecordPage;
