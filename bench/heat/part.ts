import { toldStories } from '../capacity/measured.ts';
import type { Entry, RouteName } from '../capacity/recorder.ts';
import { figure, type Measured, type Part, table } from '../part.ts';
import { type Profile, profileOf } from './profile.ts';
import { type Flow, type Hottest, hottestOf, makeChance } from './simulate.ts';

const limits = { write: 1000, read: 3000 };
const city = { residents: 20_000_000, communities: 8000 };
const minute = 60;

type Scenario = {
  title: string;
  told: string;
  seconds: number;
  flows: (of: (route: RouteName) => Profile, entries: readonly Entry[]) => Flow[];
};

const anywhere = (profile: Profile, perSecond: number): Flow => ({
  profile,
  perSecond: () => perSecond,
  at: 'anywhere',
});
const there = (profile: Profile, perSecond: number | ((second: number) => number)): Flow => ({
  profile,
  perSecond: typeof perSecond === 'number' ? () => perSecond : perSecond,
  at: 'one',
});

/** Of all residents so many in a thousand within an hour. */
const hourly = (perThousand: number): number => (city.residents * perThousand) / 1000 / 3600;

/** Neighbours who were counted before: half a read unit for ten of them, by each batch of the stream; two batches come in a second. */
const counting = (joined: number, sizeOfJoin = 190): Profile => [
  { name: 'tickets: xfl#tkt', reach: 'thing', write: 9, read: Math.ceil((joined * sizeOfJoin) / 4096) },
];

const scenarios: readonly Scenario[] = [
  {
    title: 'morning peak',
    told: 'of 20 million people 100 in 1,000 open the app within the hour, 2 report, 6 join, 10 look at a ticket, 3 read what is said, 1 signs up; desks do what follows',
    seconds: 5 * minute,
    flows: (of) => [
      anywhere(of('getHome'), hourly(100)),
      anywhere(of('signIn'), hourly(100)),
      anywhere(of('listNotices'), hourly(50)),
      anywhere(of('reportTicket'), hourly(2)),
      anywhere(of('listSimilar'), hourly(2)),
      anywhere(of('joinTicket'), hourly(6)),
      anywhere(of('getTicket'), hourly(10)),
      anywhere(of('accept'), hourly(2)),
      anywhere(of('resolve'), hourly(2)),
      anywhere(of('confirm'), hourly(2)),
      anywhere(of('rate'), hourly(1)),
      anywhere(of('getQueue'), hourly(2)),
      anywhere(of('listVoices'), hourly(3)),
      anywhere(of('addVoice'), hourly(1)),
      anywhere(of('getHallOverview'), hourly(5)),
      anywhere(of('castBallot'), hourly(1)),
      anywhere(of('redeemReward'), hourly(1)),
      anywhere(of('makeListing'), hourly(0.2)),
      anywhere(of('signUp'), hourly(1)),
    ],
  },
  {
    title: 'a scandal',
    told: 'one ticket and one topic: 200,000 people of the city look within ten minutes, 20,000 join and 2,000 speak; the neighbours are counted anew with each batch of the stream, twice a second',
    seconds: 10 * minute,
    flows: (of, entries) => [
      // Of all who look the staff are few: what a neighbour takes.
      there(profileOf(entries, 'getTicket', { without: 'people' }), 200_000 / 600),
      there(of('listComments'), 100_000 / 600),
      there(of('getTopic'), 200_000 / 600),
      there(profileOf(entries, 'joinTicket', { isFollowed: false }), 20_000 / 600),
      { ...there(counting(20_000), 2), isSteady: true },
      there(of('addVoice'), 2000 / 600),
      there(of('addComment'), 2000 / 600),
    ],
  },
  {
    title: 'a flash sale',
    told: '20,000 people ask for one of 20 rewards within ten seconds: the first hundred try, the others find it sold out',
    seconds: 10,
    flows: (of, entries) => [
      there(of('getReward'), 1000),
      there(of('redeemReward'), 10),
      there(profileOf(entries, 'redeemReward', { refusal: 'order.soldOut' }), 2000),
    ],
  },
  {
    title: 'a vote of 5,000 households closes',
    told: '1,500 ballots in the last ten minutes, half of them in the last; everybody looks; then all slots are sealed within a minute and counted',
    seconds: 12 * minute,
    flows: (of) => {
      const last = (second: number) => (second < 540 ? 750 / 540 : second < 600 ? 750 / 60 : 0);
      const seal: Profile = [{ name: 'deliberations: xfl#vot', reach: 'thing', write: 1, read: 1 }];
      return [
        there(of('castBallot'), last),
        there(of('getVote'), (second) => (second < 600 ? 4 * last(second) : 20)),
        there(seal, (second) => (second >= 620 && second < 680 ? 5000 / 60 : 0)),
      ];
    },
  },
];

const share = ({ write, read }: Hottest): number => Math.max(write / limits.write, read / limits.read);
const shown = 4;

/** What the busiest partition has to bear in its busiest second, against what one partition can. */
export const heatPart: Part = {
  title: 'The hottest partition of a city',
  measure: async (): Promise<Measured> => {
    const { entries } = await toldStories();
    const faults: string[] = [];
    const rows = scenarios.flatMap(({ title, seconds, flows }) => {
      const found = hottestOf(
        flows((route) => profileOf(entries, route), entries),
        { communities: city.communities, seconds, chance: makeChance(20_261_122) },
      ).toSorted((a, b) => share(b) - share(a));
      faults.push(
        ...found
          .filter((hottest) => share(hottest) > 1)
          .map(
            ({ name, write, read }) =>
              `${title}: ${name} has ${figure(write, 0)} W and ${figure(read, 0)} R in a second`,
          ),
      );
      return found
        .slice(0, shown)
        .map((hottest) => [
          title,
          hottest.name,
          figure(hottest.write, 0),
          figure(hottest.read, 0),
          `${figure(100 * share(hottest), 0)} %`,
        ]);
    });
    return {
      text: [
        `A city of ${city.residents / 1_000_000} million residents in ${city.communities.toLocaleString('en')} communities; arrivals by the second (seeded), each with the units and the ` +
          `partition keys that the meter saw of it, streams included. Of each kind of partition the busiest second of the busiest one, against ${limits.write} W and ` +
          `${limits.read} R. The largest community has eight times the people of the average. A key is written as the stories have it: \`xfl\` is any community, an id has no number.`,
        ...scenarios.map(({ title, told }) => `- **${title}**: ${told}`),
        '',
        table(['scenario', 'partition', 'W / s', 'R / s', 'of its limit'], rows),
      ].join('\n'),
      faults,
    };
  },
};
