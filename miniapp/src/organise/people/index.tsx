import type { ActivityId } from '@suishoupai/shared/ids';
import type { ActivityView, Participant } from '@suishoupai/shared/volunteering/contract';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { NothingNamed } from '../../council/nothing-named.tsx';
import { WordsSheet } from '../../council/words-sheet.tsx';
import { Head } from '../../hall/head.tsx';
import { useNow } from '../../state/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { HoursSheet } from './_components/hours-sheet.tsx';
import { PersonCard } from './_components/person-card.tsx';
import { usePeople } from './_hooks/use-people.ts';

type Opened = { person: Participant; what: 'confirm' | 'undo' };

/** Noted afterwards, somebody came when it began and went when it ended. */
const notedAt = ({ startsAt, endsAt, state }: ActivityView, what: 'in' | 'out', now: string): string => {
  if (state === 'running') return now;
  return what === 'in' ? startsAt : endsAt;
};

const headOf = (people: readonly Participant[]): string => {
  const places = people.filter(({ standing }) => standing === 'in');
  const came = places.filter(({ checkedIn }) => checkedIn !== undefined).length;
  const done = places.filter(({ hours }) => hours !== undefined).length;
  return `${places.length} 人有名额，${came} 人到了，${done} 人核实了`;
};

const People = ({ activityId }: { activityId: ActivityId }) => {
  const control = usePeople(activityId);
  const { view, deeds, reload } = control;
  const now = useNow();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const about = opened === undefined ? '' : `${opened.what} ${opened.person.personId}`;
  return (
    <Screen>
      <Loaded view={view} onRetry={() => void reload()}>
        {({ activity, people }) => (
          <>
            <Head title={activity.title} note={headOf(people)} />
            {people.length === 0 && <EmptyState icon="users" title="还没有人报名" />}
            {people.map((person) => (
              <PersonCard
                key={person.personId}
                participant={person}
                mayNote={['running', 'finished', 'confirmed'].includes(activity.state)}
                mayConfirm={activity.may.includes('confirm')}
                running={deeds.running}
                onNote={(what) => void control.note(person, what, notedAt(activity, what, now))}
                onConfirm={() => setOpened({ person, what: 'confirm' })}
                onUndo={() => setOpened({ person, what: 'undo' })}
              />
            ))}
          </>
        )}
      </Loaded>
      <Slot>
        {opened?.what === 'confirm' && (
          <HoursSheet
            participant={opened.person}
            isRunning={deeds.running === about}
            refusal={deeds.refusalOf(about)}
            onConfirm={(hours) => void control.confirm(opened.person, hours).then((isDone) => isDone && close())}
            onClose={close}
          />
        )}
        {opened?.what === 'undo' && (
          <WordsSheet
            title={`撤回 ${opened.person.name} 的时长？`}
            hint="账上记一笔反向的，含有这次时长的证明作废，本人会收到这句话。"
            placeholder="撤回的理由"
            submit="撤回"
            min={2}
            max={200}
            isRunning={deeds.running === about}
            isLocked={deeds.isLocked(about)}
            refusal={deeds.refusalOf(about)}
            onSubmit={(reason) => void control.undo(opened.person, reason).then((isDone) => isDone && close())}
            onClose={close}
          />
        )}
      </Slot>
    </Screen>
  );
};

const Page = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <People activityId={id} />;
};

export default Page;
