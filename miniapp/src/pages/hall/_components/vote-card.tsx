import { exactTime } from '@suishoupai/shared/time/china';
import type { VoteCard as Card } from '@suishoupai/shared/votes/contract';
import { electorateLabels, outcomeLabels, voteStateLabels } from '@suishoupai/shared/votes/labels';
import { Text, View } from '@tarojs/components';
import { voteLeft } from '../../../hall/vote-left.ts';
import { open, routes } from '../../../routes.ts';
import { Card as Frame } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Press } from '../../../ui/press.tsx';
import { myStanding, turnoutWords } from '../standing.ts';
import styles from './going.module.scss';

export const whenWords = ({ state, opensAt, closesAt, outcome }: Card, now: string): string => {
  if (state === 'open') return voteLeft(closesAt, now);
  if (state === 'announced') return `${exactTime(opensAt)} 开始`;
  return outcome === undefined ? voteStateLabels[state] : outcomeLabels[outcome];
};

/** A vote that goes on: what, how long, how far, and whether I have voted. */
export const VoteCard = ({ card, now }: { card: Card; now: string }) => {
  const isOpen = card.state === 'open';
  const when = whenWords(card, now);
  const turnout = turnoutWords(card);
  const mine = myStanding(card);
  const kind = [electorateLabels[card.electorate], card.isAdvisory ? '意向征询' : undefined]
    .filter(Boolean)
    .join(' · ');
  const label = [voteStateLabels[card.state], when, card.title, kind, turnout, mine?.text].filter(Boolean).join('，');
  return (
    <Frame isTight>
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
    </Frame>
  );
};
