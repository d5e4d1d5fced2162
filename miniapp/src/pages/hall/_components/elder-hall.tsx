import type { HallOverview } from '@suishoupai/shared/hall/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { open, routes } from '../../../routes.ts';
import type { KnownCommunity } from '../../../state/community.ts';
import { ElderChoice } from '../../../ui/elder-choice.tsx';
import { myStanding } from '../standing.ts';
import { whenWords } from './vote-card.tsx';

type Props = { going: HallOverview; community: KnownCommunity | undefined; now: string };

/** Three things to do; the list of topics stands beneath them. */
export const ElderHall = ({ going: { votes, meetings }, community, now }: Props) => {
  const [vote] = votes;
  const [meeting] = meetings;
  const mine = vote && myStanding(vote);
  return (
    <>
      {vote !== undefined && (
        <ElderChoice
          icon="vote"
          title={vote.state === 'open' ? '投票' : '看投票'}
          note={[vote.title, whenWords(vote, now), mine?.text].filter(Boolean).join('，')}
          onPress={() => open(routes.vote(vote.id))}
        />
      )}
      {meeting !== undefined && (
        <ElderChoice
          icon="calendar"
          title={meeting.state === 'inSession' ? '去开会，正在开' : '去开会'}
          note={`${meeting.title}，${shortTime(meeting.startsAt, now)}，${meeting.place}`}
          onPress={() => open(routes.meeting(meeting.id))}
        />
      )}
      {community !== undefined && (
        <ElderChoice
          icon="megaphone"
          title="提议题"
          note="您觉得社区该商量的事"
          onPress={() => open(routes.propose(community.id))}
        />
      )}
    </>
  );
};
