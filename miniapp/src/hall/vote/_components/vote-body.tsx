import { exactTime } from '@suishoupai/shared/time/china';
import type { Vote } from '@suishoupai/shared/votes/contract';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';
import { isMotion } from '@suishoupai/shared/votes/question';
import { open, routes } from '../../../routes.ts';
import { useElder } from '../../../state/elder.ts';
import { Banner } from '../../../ticket/banners.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { Head } from '../../head.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import { voteLeft } from '../../vote-left.ts';
import type { BallotControl } from '../_hooks/use-ballot.ts';
import { ElderAsk } from './elder-ask.tsx';
import { MyCard } from './my-card.tsx';
import { ObjectionsCard } from './objections-card.tsx';
import { ResultCard } from './result-card.tsx';
import { RulesCard } from './rules-card.tsx';
import { TurnoutCard } from './turnout-card.tsx';

const whenWords = ({ state, opensAt, closesAt, publishedAt }: Vote): string => {
  if (state === 'announced') return `${exactTime(opensAt)} 开始，${exactTime(closesAt)} 截止`;
  if (publishedAt !== undefined) return `${exactTime(closesAt)} 截止，${exactTime(publishedAt)} 公示`;
  return `${exactTime(closesAt)} 截止`;
};

/** Why one cannot vote, and what to do about it. */
const WhyNot = ({ vote, isSignedIn }: { vote: Vote; isSignedIn: boolean }) => {
  if (!isSignedIn)
    return (
      <Card>
        <Stack>
          <Prose text="登录以后，看看您有没有这一票。" />
          <Button text="去登录" onPress={() => open(routes.signIn())} />
        </Stack>
      </Card>
    );
  if (vote.whyNot === undefined) return null;
  return (
    <Card>
      <Stack>
        <Prose text={vote.whyNot} />
        {vote.electorate !== 'representatives' && (
          <Button look="ghost" text="看我的认证" onPress={() => open(routes.household())} />
        )}
      </Stack>
    </Card>
  );
};

type Props = { vote: Vote; ballot: BallotControl; now: string; isSignedIn: boolean };

/** All there is to see of a vote; what is mine to do stands as high as it can. */
export const VoteBody = ({ vote, ballot, now, isSignedIn }: Props) => {
  const isElder = useElder();
  const { id, title, state, closesAt, ruleSet, isAdvisory, cancelReason, may, topicId } = vote;
  const [extended] = vote.extensions.slice(-1);
  const isRunning = state === 'open';
  const isLeft = isRunning && now < closesAt;
  const isStaff = may.some((deed) => deed !== 'cast' && deed !== 'object');
  const isAsking = isElder && ballot.isFilling && isMotion(vote.question);
  return (
    <>
      <Head title={title} note={`${ruleSet.title} · ${whenWords(vote)}`}>
        <Chip
          text={isRunning ? voteLeft(closesAt, now) : voteStateLabels[state]}
          tone={isLeft ? 'soon' : 'calm'}
          icon={isLeft ? 'clock' : 'vote'}
        />
        {isAdvisory && <Chip text="意向征询" tone="info" icon="info" />}
      </Head>
      <Slot>
        {isAdvisory && (
          <Banner tone="info" icon="info" text={ruleSet.advisoryReason ?? '结果只作意向征询，不具有决定的效力。'} />
        )}
      </Slot>
      <Slot>
        {isLeft && extended !== undefined && (
          <Banner tone="info" icon="clock" text={`延期了，改到 ${exactTime(extended.to)} 截止：${extended.notice}`} />
        )}
      </Slot>
      <Slot>
        {cancelReason !== undefined && (
          <Card title="已取消">
            <Prose text={cancelReason} />
          </Card>
        )}
      </Slot>
      <Slot>
        {isStaff && (
          <Card isTight>
            <ListRow
              icon="wrench"
              title="到工作台办这次表决"
              note="仅工作人员可见"
              onPress={() => open(routes.runVote(id))}
            />
          </Card>
        )}
      </Slot>
      <Slot>{isAsking && <ElderAsk vote={vote} ballot={ballot} />}</Slot>
      <Slot>
        <ResultCard vote={vote} />
      </Slot>
      <Slot>{vote.publishedAt === undefined && !isAsking && <TurnoutCard vote={vote} now={now} />}</Slot>
      <Slot>
        {!isAsking && (isRunning || vote.mine.some(({ ballot: cast }) => cast)) && (
          <MyCard vote={vote} ballot={ballot} now={now} />
        )}
      </Slot>
      <Slot>{(isRunning || state === 'announced') && <WhyNot vote={vote} isSignedIn={isSignedIn} />}</Slot>
      <Slot>{isAsking && <TurnoutCard vote={vote} now={now} />}</Slot>
      <Slot>
        {(state === 'published' || state === 'final') && (
          <ObjectionsCard voteId={id} now={now} mayObject={may.includes('object')} />
        )}
      </Slot>
      <RulesCard vote={vote} />
      <Card isTight>
        <Rows>
          {topicId !== undefined && (
            <ListRow
              icon="message-circle"
              title="看这个议题"
              note="怎么提出、怎么商量的"
              onPress={() => open(routes.topic(topicId))}
            />
          )}
          <ListRow
            icon="shield-check"
            title="如何核对"
            note="不靠相信我们，自己验"
            onPress={() => open(routes.proof(id))}
          />
        </Rows>
      </Card>
    </>
  );
};
