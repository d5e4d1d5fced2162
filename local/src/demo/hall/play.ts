import type { Clock } from '../../clock/clock.ts';
import type { Album } from '../pictures.ts';
import { timeOf } from '../story.ts';
import type { HallAct } from './act.ts';
import { playHousehold, untilDeskKnows } from './household.ts';
import { playMeeting } from './meeting.ts';
import { albumName, makeNames, scenesOf } from './names.ts';
import { makePhones, type Stage } from './stage.ts';
import { waitingClaims } from './stories/neighbours.ts';
import { hallStories } from './stories.ts';
import { playTicket } from './ticket.ts';
import { isMeantToBeHeld, playTopic, releaseHeld, untilTopicIsChecked } from './topic.ts';
import { playVote } from './vote.ts';

/**
 * All that happens, in the order of time; of the same moment in the order in which it is written down. The requests that wait come before
 * the clock is moved at all: the reader of the streams has to have been at work once by then.
 */
export const actsInOrder = (seededAt: Date): { act: HallAct; at: Date }[] => {
  const timed = (act: HallAct) => ({ act, at: timeOf(act.when, seededAt) });
  const past = hallStories.flat().map(timed);
  return [...waitingClaims.map(timed), ...past.toSorted((a, b) => a.at.getTime() - b.at.getTime())];
};

export const hallAlbums = (seededAt: Date): Album[] =>
  hallStories.flat().flatMap((act) => {
    const scenes = scenesOf(act);
    if (act.does === 'strike' || scenes.length === 0) return [];
    return [{ by: act.by, name: albumName(act), at: timeOf(act.when, seededAt), scenes }];
  });

export const hallPersonas = (): string[] =>
  hallStories.flat().flatMap((act) => (act.does === 'strike' ? [] : [act.by]));

type PersonAct = Exclude<HallAct, { does: 'strike' }>;

type Said = Extract<PersonAct, { does: 'propose' | 'say' }>;

const play = (act: PersonAct, stage: Stage): Promise<void> => {
  switch (act.does) {
    case 'importRoll':
    case 'claim':
    case 'approve':
    case 'refuseClaim':
      return playHousehold(act, stage);
    case 'propose':
    case 'support':
    case 'takeUp':
    case 'refuse':
    case 'announce':
    case 'summarise':
    case 'finish':
    case 'say':
    case 'react':
    case 'order':
    case 'rateTopic':
      return playTopic(act, stage);
    case 'report':
    case 'join':
    case 'accept':
    case 'resolve':
    case 'confirm':
    case 'rate':
      return playTicket(act, stage);
    case 'call':
    case 'openMeeting':
    case 'endMeeting':
    case 'cancelMeeting':
    case 'attend':
    case 'attendOnPaper':
    case 'write':
    case 'sign':
      return playMeeting(act, stage);
    case 'announceVote':
    case 'cast':
    case 'enterPaper':
    case 'confirmPaper':
    case 'settle':
    case 'publish':
    case 'cancelVote':
    case 'object':
    case 'answer':
      return playVote(act, stage);
    default:
      return act satisfies never;
  }
};

type Input = {
  url: string;
  clock: Clock;
  /** Lets the clocks of the hall strike at the moment to which the clock was moved. */
  strike: () => Promise<void>;
  seededAt: Date;
  /** How many acts were played before, when an earlier seeding was broken off. */
  played: number;
  onPlayed: (acts: number) => void;
  ticketOf: (story: string) => string | undefined;
};

/** An act takes its own moment; what was played at the same one needs no move. */
const nearEnoughMs = 5_000;
/** Who looks after the words that the safety check holds. */
const reviewer = 'community-liu';
/** Words are looked at by the safety check while their author is about: within two hours. */
const checkedLaterMs = 90 * 60_000;

/** Whether an act is about what was said or proposed: nobody else can see that before it has been checked. */
const isBuiltOn = (act: HallAct, said: Said): boolean => {
  if (said.does === 'propose') return 'topic' in act && act.topic === said.topic;
  return (act.does === 'react' && act.voice === said.voice) || (act.does === 'say' && act.replyTo === said.voice);
};

/**
 * Plays the stories of the hall on the running product, over HTTP and at their own times: the clock is moved from one act to the next and
 * tells the real time in the end. Goes on with the act at which an earlier seeding was broken off.
 */
export const playHall = async (input: Input): Promise<void> => {
  const { url, clock, strike, seededAt, played, onPlayed, ticketOf } = input;
  const acts = actsInOrder(seededAt);
  const names = makeNames(
    acts.map(({ act }) => act),
    seededAt,
    ticketOf,
  );
  const phoneOf = makePhones(url, clock);
  const stageAt = (at: Date): Stage => ({ names, at, seededAt, phoneOf });
  let unchecked: { said: Said; at: Date; index: number }[] = [];
  const untilChecked = async () => {
    for (const { said, at } of unchecked) await untilTopicIsChecked(said, stageAt(at));
    unchecked = [];
  };
  const mustBeChecked = (act: HallAct, at: Date): boolean => {
    const [oldest] = unchecked;
    if (oldest === undefined) return false;
    return at.getTime() - oldest.at.getTime() > checkedLaterMs || unchecked.some(({ said }) => isBuiltOn(act, said));
  };

  const heldWords = acts.flatMap(({ act }) =>
    act.does === 'say' && isMeantToBeHeld(act) ? [names.voice(act.voice)] : [],
  );
  if (played > 0) await releaseHeld(await phoneOf(reviewer), heldWords);
  for (const [index, { act, at }] of acts.entries()) {
    if (index < played) continue;
    if (mustBeChecked(act, at)) await untilChecked();
    if (Math.abs(clock.now().getTime() - at.getTime()) > nearEnoughMs) await clock.moveTo(at);
    try {
      if (act.does === 'strike') await strike();
      else await play(act, stageAt(at));
    } catch (cause) {
      throw new Error(`hall: ${JSON.stringify(act).slice(0, 300)}`, { cause });
    }
    if (act.does === 'propose' || act.does === 'say') unchecked.push({ said: act, at, index });
    if (index + 1 === waitingClaims.length) await untilDeskKnows(await phoneOf(reviewer));
    onPlayed(unchecked[0]?.index ?? index + 1);
  }
  await untilChecked();
  await clock.moveTo(new Date());
};
