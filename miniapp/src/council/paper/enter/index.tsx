import { chinaDay } from '@suishoupai/shared/time/china';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { choiceWords } from '../../choice-words.ts';
import { MomentField } from '../../moment-field.tsx';
import { NothingNamed } from '../../nothing-named.tsx';
import { Refused } from '../../refused.tsx';
import { MarksCard } from './_components/marks-card.tsx';
import { SlotCard } from './_components/slot-card.tsx';
import { type Known, useEntry, useVoteToEnter } from './_hooks/use-entry.ts';
import { choiceOf } from './entry.ts';

const Entry = ({ known }: { known: Known }) => {
  const { vote, buildings } = known;
  const entry = useEntry(known);
  const { slot, marks, photos, problem, isSending, isLocked, refusal, isOver, receivedAt } = entry;
  const isStill = isSending || isLocked;
  const read = problem === undefined ? `录入：${choiceWords(vote.question, choiceOf(vote.question, marks))}` : '';
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : problem}
          text={read.length > 16 ? '录入这一张' : read}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void entry.submit()}
        />
      }
    >
      <Slot>
        <Refused refusal={refusal} />
      </Slot>
      <SlotCard
        buildings={buildings}
        building={entry.building}
        slots={entry.slots}
        chosen={slot}
        isDisabled={isStill}
        onBuilding={entry.setBuilding}
        onChoose={entry.setSlot}
      />
      <Slot>
        {slot !== undefined && (
          <>
            <MarksCard question={vote.question} marks={marks} isDisabled={isStill} onChange={entry.setMarks} />
            <Card title="选票照片">
              <PhotoGrid photos={photos} addText="拍下这张选票" isLocked={isStill} />
            </Card>
            {isOver && (
              <Card>
                <MomentField
                  label="什么时候交的票"
                  value={receivedAt ?? vote.closesAt}
                  from={chinaDay(vote.opensAt)}
                  hint="截止前交的才能录"
                  error={receivedAt !== undefined && receivedAt >= vote.closesAt ? '要早于截止时间' : undefined}
                  isDisabled={isStill}
                  onChange={entry.setReceivedAt}
                />
              </Card>
            )}
          </>
        )}
      </Slot>
    </Screen>
  );
};

const EnterPage = () => {
  const { id } = useRouter().params;
  const { view, reload } = useVoteToEnter(id ?? '');
  if (id === undefined) return <NothingNamed />;
  if (view.state === 'ready' && view.data.vote.may.includes('paper')) return <Entry known={view.data} />;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {() => <EmptyState icon="file-text" title="现在不能录入" text="投票期间和截止后两天内可以录入纸质选票。" />}
      </Loaded>
    </Screen>
  );
};

export default EnterPage;
