import { exactTime, timeLeft } from '@suishoupai/shared/time/china';
import { electorateLabels, outcomeLabels, voteStateLabels } from '@suishoupai/shared/votes/labels';
import { Text, View } from '@tarojs/components';
import { percentWords } from '../../../hall/percent.ts';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Press } from '../../../ui/press.tsx';
import type { OpenVote } from '../_hooks/use-hall.ts';
import { myStanding } from '../standing.ts';
import styles from './going.module.scss';

/** 「参与 61.4%」 on the dimension that is furthest from enough. */
const turnoutWords = ({ vote }: OpenVote): string | undefined => {
  const { progress } = vote ?? {};
  if (progress === undefined) return undefined;
  const { eligible, participating } = progress;
  const heads = { part: participating.heads, whole: eligible.heads };
  const sides = eligible.area === 0 ? [heads] : [heads, { part: participating.area, whole: eligible.area }];
  const [least] = sides.sort((a, b) => a.part / (a.whole || 1) - b.part / (b.whole || 1));
  return least && `参与 ${percentWords(least.part, least.whole)}`;
};

export const whenWords = ({ card: { state, opensAt, closesAt, outcome } }: OpenVote, now: string): string => {
  if (state === 'open') return timeLeft(closesAt, now).text;
  if (state === 'announced') return `${exactTime(opensAt)} 开始`;
  return outcome === undefined ? voteStateLabels[state] : outcomeLabels[outcome];
};

/** A vote that goes on: what, how long, how far, and whether I have voted. */
export const VoteCard = ({ open: vote, now }: { open: OpenVote; now: string }) => {
  const { card } = vote;
  const isOpen = card.state === 'open';
  const when = whenWords(vote, now);
  const turnout = turnoutWords(vote);
  const mine = vote.vote && myStanding(vote.vote);
  const kind = [electorateLabels[card.electorate], card.isAdvisory ? '意向征询' : undefined]
    .filter(Boolean)
    .join(' · ');
  const label = [voteStateLabels[card.state], when, card.title, kind, turnout, mine?.text].filter(Boolean).join('，');
  return (
    <Card isTight>
      <Press className={styles['vote']} role="link" label={label} onPress={() => open(routes.vote(card.id))}>
        <View className={styles['line']}>
          <Chip text={voteStateLabels[card.state]} tone={isOpen ? 'soon' : 'info'} icon="vote" />
          <Text className={styles['when']}>{when}</Text>
        </View>
        <Text className={styles['title']}>{card.title}</Text>
        <View className={styles['line']}>
          <Text className={styles['note']}>{kind}</Text>
          {turnout !== undefined && <Text className={styles['turnout']}>{turnout}</Text>}
        </View>
        {mine !== undefined && (
          <View>
            <Chip
              text={mine.text}
              tone={mine.isDone ? 'brand' : 'soon'}
              icon={mine.isDone ? 'circle-check' : 'circle-dot'}
            />
          </View>
        )}
      </Press>
    </Card>
  );
};
