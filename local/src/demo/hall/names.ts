import {
  type ActionId,
  type MediaId,
  newClaimId,
  newMeetingId,
  newTicketId,
  newTopicId,
  newVoteId,
} from '@suishoupai/shared/ids';
import { photoIdsOf, tailOf } from '../pictures.ts';
import { xingfuli } from '../places.ts';
import type { SceneName } from '../scenes.ts';
import { timeOf } from '../story.ts';
import { type HallAct, unitsOf } from './act.ts';

/** Of what kind a named thing is, the act that brings it into the world, and its id. */
const births = {
  topic: { by: 'propose', idOf: newTopicId },
  meeting: { by: 'call', idOf: newMeetingId },
  vote: { by: 'announceVote', idOf: newVoteId },
  claim: { by: 'claim', idOf: newClaimId },
} as const;
type Kind = keyof typeof births;
type IdOf<K extends Kind> = ReturnType<(typeof births)[K]['idOf']>;

/** What a photo is named after: whom, the thing and what was done with it. */
export const albumName = (act: HallAct): string => {
  const about = ['meeting', 'vote', 'ticket', 'topic', 'claim']
    .map((key) => Reflect.get(act, key))
    .find((name) => name);
  return `hall ${String(about)} ${act.does}${'by' in act ? ` ${act.by}` : ''}`;
};

/** The pictures that an act needs, in their order. */
export const scenesOf = (act: HallAct): readonly SceneName[] => {
  if ('sheet' in act) return [act.sheet];
  return 'photos' in act ? (act.photos ?? []) : [];
};

/** What things are called in the stories, as the ids that the service knows them by: the same whenever the seeding is taken up again. */
export const makeNames = (
  acts: readonly HallAct[],
  seededAt: Date,
  knownTickets: (story: string) => string | undefined,
) => {
  const tailFor = (name: string, act: HallAct) => tailOf(name, timeOf(act.when, seededAt));
  const find = (isIt: (act: HallAct) => boolean, what: string): HallAct => {
    const act = acts.find(isIt);
    if (act === undefined) throw new Error(`no ${what} in the hall of the demo`);
    return act;
  };
  const idOf = <K extends Kind>(kind: K, name: string): IdOf<K> => {
    const { by, idOf: made } = births[kind];
    const act = find((each) => each.does === by && Reflect.get(each, kind) === name, `${kind} ${name}`);
    return made(xingfuli, tailFor(`hall ${kind} ${name}`, act)) as IdOf<K>;
  };
  const actionOf = (act: HallAct, who: string): ActionId => `act_${tailFor(`${albumName(act)} ${who}`, act)}`;
  return {
    idOf,
    /** Of one of the tickets seeded before, or of one that the hall itself made. */
    ticket: (name: string): string => {
      const known = knownTickets(name);
      if (known !== undefined) return known;
      const isBirth = (act: HallAct) => (act.does === 'report' || act.does === 'order') && act.ticket === name;
      return newTicketId(xingfuli, tailFor(`hall ticket ${name}`, find(isBirth, `ticket ${name}`)));
    },
    voice: (name: string): ActionId =>
      `act_${tailFor(
        `hall voice ${name}`,
        find((act) => act.does === 'say' && act.voice === name, `voice ${name}`),
      )}`,
    objection: (name: string): ActionId =>
      `act_${tailFor(
        `hall objection ${name}`,
        find((act) => act.does === 'object' && act.objection === name, `objection ${name}`),
      )}`,
    /** What hangs on the minutes of a meeting, from the version on with which it came. */
    file: (meeting: string, file: string): MediaId => {
      const isFirst = (act: HallAct) =>
        act.does === 'write' &&
        act.meeting === meeting &&
        (act.attachments ?? []).some((attachment) => attachment.file === file);
      return `med_${tailFor(`hall meeting ${meeting} ${file}`, find(isFirst, `file ${file}`))}`;
    },
    /** The sheet of a unit. */
    paper: (vote: string, unit: string): ActionId => {
      const isEntry = (act: HallAct) =>
        act.does === 'enterPaper' && act.vote === vote && unitsOf(act.units).includes(unit);
      return actionOf(find(isEntry, `sheet of ${unit} in ${vote}`), unit);
    },
    /** Of what somebody does in an act; `what` tells several things of one act apart. */
    action: actionOf,
    photos: (act: HallAct): MediaId[] =>
      photoIdsOf({ name: albumName(act), at: timeOf(act.when, seededAt), scenes: scenesOf(act) }),
  };
};
export type Names = ReturnType<typeof makeNames>;
