import type { ActivityCard } from '@suishoupai/shared/volunteering/contract';
import { activityStateLabels } from '@suishoupai/shared/volunteering/labels';
import { ListRow } from '../ui/list-row.tsx';
import { mineWords, placesWords } from './places-words.ts';
import { whenWords } from './when.ts';

type Props = { activity: ActivityCard; onPress: () => void };

/** An activity in a list: when, where, and whether there is room. */
export const ActivityRow = ({ activity, onPress }: Props) => {
  const { title, place, state } = activity;
  const standing = state === 'published' ? placesWords(activity) : activityStateLabels[state];
  const note = [whenWords(activity), place, mineWords(activity) ?? standing].join(' · ');
  return <ListRow icon={state === 'calledOff' ? 'circle-x' : 'calendar'} title={title} note={note} onPress={onPress} />;
};
