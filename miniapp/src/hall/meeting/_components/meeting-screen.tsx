import type { MeetingId } from '@suishoupai/shared/ids';
import type { Meeting } from '@suishoupai/shared/meetings/contract';
import { meetingKindLabels, meetingKindNotes, meetingStateLabels } from '@suishoupai/shared/meetings/labels';
import { shortTime } from '@suishoupai/shared/time/china';
import { useState } from 'react';
import { open, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Head } from '../../head.tsx';
import { Opened } from '../../opened.tsx';
import { Prose } from '../../prose.tsx';
import { type MeetingControl, useMeeting } from '../_hooks/use-meeting.ts';
import { AgendaCard } from './agenda-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { MinutesCards } from './minutes-card.tsx';
import { PresenceCard } from './presence-card.tsx';
import { SignInSheet } from './sign-in-sheet.tsx';

const spokenOf = ({ title, kind, startsAt, place, agenda }: Meeting, now: string): string =>
  [
    `${meetingKindLabels[kind]}：${title}。`,
    `时间：${shortTime(startsAt, now)}。地点：${place}。`,
    `议程：${agenda.map((item) => item.title).join('；')}。`,
  ].join('\n');

/** Signing in is for who is not on the list; whoever is not signed in to the program is asked to first. */
const isSignInOpen = ({ state, may, mine }: Meeting, isSignedIn: boolean): boolean =>
  mine === undefined && (may.includes('signIn') || (state === 'inSession' && !isSignedIn));

const Body = ({ meeting, control, now }: { meeting: Meeting; control: MeetingControl; now: string }) => {
  const { title, kind, state, cancelReason, may, id } = meeting;
  const isComing = state === 'announced' || state === 'inSession';
  return (
    <>
      <Head title={title} note={`${meetingKindLabels[kind]} · ${meetingKindNotes[kind]}`}>
        <Chip
          text={meetingStateLabels[state]}
          tone={state === 'inSession' ? 'soon' : state === 'announced' ? 'info' : 'calm'}
          icon={state === 'cancelled' ? 'circle-x' : 'calendar'}
        />
      </Head>
      <Slot>
        <ReadAloud text={spokenOf(meeting, now)} />
      </Slot>
      <Slot>
        {cancelReason !== undefined && (
          <Card title="已取消">
            <Prose text={cancelReason} />
          </Card>
        )}
      </Slot>
      <Slot>
        {may.some((deed) => deed !== 'signIn') && (
          <Card isTight>
            <ListRow icon="wrench" title="到会场工作台" note="仅工作人员可见" onPress={() => open(routes.room(id))} />
          </Card>
        )}
      </Slot>
      <Slot>{state !== 'announced' && state !== 'cancelled' && <PresenceCard meeting={meeting} now={now} />}</Slot>
      <Slot>
        <MinutesCards meeting={meeting} onDownload={control.download} />
      </Slot>
      <FactsCard meeting={meeting} onRemember={isComing ? control.remember : undefined} />
      <AgendaCard meeting={meeting} />
    </>
  );
};

export const MeetingScreen = ({ meetingId }: { meetingId: MeetingId }) => {
  const control = useMeeting(meetingId);
  const { view, meeting, reload, isSignedIn } = control;
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const isFooted = meeting !== undefined && isSignInOpen(meeting, isSignedIn);
  return (
    <Screen
      foot={
        isFooted ? (
          <Button
            isLarge
            icon="circle-check"
            text="签到"
            onPress={() => (isSignedIn ? setOpen(true) : open(routes.signIn()))}
          />
        ) : undefined
      }
    >
      <Opened view={view} missing="没有找到这次会议" onRetry={() => void reload()}>
        {(ready) => <Body meeting={ready} control={control} now={now} />}
      </Opened>
      <Slot>
        {isOpen && meeting !== undefined && (
          <SignInSheet control={control} hasOnline={meeting.online !== undefined} onClose={() => setOpen(false)} />
        )}
      </Slot>
    </Screen>
  );
};
