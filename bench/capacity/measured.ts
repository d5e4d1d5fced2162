import type { Comparison } from '../meter/meter.ts';
import type { Budgets } from './budget.ts';
import { fieldworkBudgets } from './budgets/fieldwork.ts';
import { householdsBudgets } from './budgets/households.ts';
import { meetingsBudgets } from './budgets/meetings.ts';
import { peopleBudgets } from './budgets/people.ts';
import { pointsBudgets } from './budgets/points.ts';
import { rewardsBudgets } from './budgets/rewards.ts';
import { ticketsBudgets } from './budgets/tickets.ts';
import { timebankBudgets } from './budgets/timebank.ts';
import { topicsBudgets } from './budgets/topics.ts';
import { volunteeringBudgets } from './budgets/volunteering.ts';
import { votesBudgets } from './budgets/votes.ts';
import { type Entry, type Recorder, recorded, type Swept } from './recorder.ts';
import { fieldworkStory } from './stories/fieldwork.ts';
import { householdsStory } from './stories/households.ts';
import { meetingsStory } from './stories/meetings.ts';
import { peopleStory } from './stories/people.ts';
import { pointsStory } from './stories/points.ts';
import { rewardsStory } from './stories/rewards.ts';
import { ticketsStory } from './stories/tickets.ts';
import { timebankStory } from './stories/timebank.ts';
import { topicsStory } from './stories/topics.ts';
import { volunteeringStory } from './stories/volunteering.ts';
import { votesStory } from './stories/votes.ts';
import { startTables } from './tables.ts';

type Chapter = { title: string; story: (service: Recorder['service']) => Promise<void>; budgets: Budgets };

/** Each runs on tables of its own. */
export const chapters: readonly Chapter[] = [
  { title: 'People, places, the responsibility list, uploads', story: peopleStory, budgets: peopleBudgets },
  { title: 'Tickets', story: ticketsStory, budgets: ticketsBudgets },
  { title: 'Patrols, visits, a desk’s own', story: fieldworkStory, budgets: fieldworkBudgets },
  { title: 'Households and representatives', story: householdsStory, budgets: householdsBudgets },
  { title: 'Topics', story: topicsStory, budgets: topicsBudgets },
  { title: 'Meetings', story: meetingsStory, budgets: meetingsBudgets },
  { title: 'Votes', story: votesStory, budgets: votesBudgets },
  { title: 'Points and honours', story: pointsStory, budgets: pointsBudgets },
  { title: 'Volunteering', story: volunteeringStory, budgets: volunteeringBudgets },
  { title: 'Rewards', story: rewardsStory, budgets: rewardsBudgets },
  { title: 'Time bank', story: timebankStory, budgets: timebankBudgets },
];

export type Told = { entries: Entry[]; swept: Swept[]; comparison: Comparison };

const tell = async (): Promise<Told> => {
  const told: Told = { entries: [], swept: [], comparison: { compared: 0, nothingFound: 0, differing: [] } };
  for (const { story } of chapters) {
    const tables = await startTables();
    try {
      const { service, entries, swept } = await recorded(tables);
      await story(service);
      if (service.logged.length > 0) throw new Error(service.logged.join('\n'));
      const { compared, nothingFound, differing } = tables.counter.comparison();
      told.entries.push(...entries);
      told.swept.push(...swept);
      told.comparison = {
        compared: told.comparison.compared + compared,
        nothingFound: told.comparison.nothingFound + nothingFound,
        differing: [...told.comparison.differing, ...differing],
      };
    } finally {
      await tables.stop();
    }
  }
  return told;
};

let once: Promise<Told> | undefined;
/** Every story, told once for all parts of the bench. */
export const toldStories = (): Promise<Told> => {
  once ??= tell();
  return once;
};
