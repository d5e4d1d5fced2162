import { AppError } from '@suishoupai/shared/contract/errors';
import { ballotFormOf } from '@suishoupai/shared/votes/ballot';
import type { MySlot, PaperTotals, Progress, Vote } from '@suishoupai/shared/votes/contract';
import { areaOf, headsOf } from '@suishoupai/shared/votes/roll';
import { isPublished, mayDo, mayStep } from '@suishoupai/shared/votes/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { BoxStore } from './box-store.ts';
import { receiptOf } from './casting.ts';
import { type Electors, unitLabel } from './electors.ts';
import type { LogStore } from './log-store.ts';
import { paperUntil } from './paper.ts';
import { makePlacesOf } from './places-of.ts';
import { type SlotRecord, seqOf, type VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { postOf } from './standing.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'find'>;
  box: Pick<BoxStore, 'findSlot' | 'ledger'>;
  log: Pick<LogStore, 'progress' | 'looks'>;
  electors: Pick<Electors, 'keysOf'>;
};

/** Whether its choices are sealed in commitments that only the two sides together may open. */
export const isCommitted = ({ secrecy, ruleSet }: VoteRecord): boolean =>
  ballotFormOf(secrecy, ruleSet) === 'committed';

const isVotable = (
  slot: SlotRecord,
  { state, closesAt, ruleSet }: VoteRecord,
  viewerId: string,
  at: string,
): boolean => {
  const { ballot, paper } = slot;
  if (state !== 'open' || at >= closesAt || paper !== undefined || headsOf(slot) === 0) return false;
  return ballot === undefined || (ballot.personId === viewerId && ruleSet.changeable === 'untilClose');
};

const mySlot = (vote: VoteRecord, slot: SlotRecord, viewerId: string, at: string): MySlot => {
  const { ballot } = slot;
  const isByOther = ballot !== undefined && ballot.personId !== viewerId;
  const hasArea = vote.ruleSet.dimensions.includes('area');
  const mine = {
    slot: slot.slot,
    units: slot.units.map(({ unit }) => unitLabel(unit)),
    heads: headsOf(slot),
    area: hasArea ? areaOf(slot) : 0,
    isShared: slot.isShared,
    isOnPaper: slot.paper !== undefined,
    mayCast: isVotable(slot, vote, viewerId, at),
  };
  if (ballot === undefined) return mine;
  const { leaf, code, castAt, seq } = receiptOf(vote, ballot.leaf, ballot.castAt, seqOf(slot));
  const choice = isByOther ? ({ abstain: true } as const) : ballot.choice;
  return { ...mine, ballot: { choice, castAt, channel: ballot.channel, seq, code, leaf, isByOther } };
};

export const makeReading = ({ votes, box, log, electors }: Deps) => {
  const placesOf = makePlacesOf({ box, electors });

  const find = async (id: VoteRecord['id']): Promise<VoteRecord> => {
    const vote = await votes.find(id);
    if (vote === undefined) throw new AppError('vote.notFound');
    return vote;
  };

  const mayOf = (vote: VoteRecord, viewer: Viewer | undefined, mine: readonly MySlot[], now: Date): Vote['may'] => {
    const { state, closesAt, takesPaper, published } = vote;
    const at = now.toISOString();
    const may: Vote['may'] = [];
    if (mine.some(({ mayCast }) => mayCast)) may.push('cast');
    const isObjectable = mayDo('object', state) && published !== undefined && at < published.until;
    if (isObjectable && mine.length > 0) may.push('object');
    if (postOf(viewer, vote) === undefined) return may;
    if (mayStep('extend', state) && at < closesAt) may.push('extend');
    if (mayStep('cancel', state)) may.push('cancel');
    if (takesPaper && mayDo('paper', state) && at < paperUntil(vote)) may.push('paper');
    if (takesPaper && mayDo('settle', state)) may.push('settle');
    if (mayStep('publish', state)) may.push('publish');
    if (mayDo('answer', state)) may.push('answer');
    if (isCommitted(vote) && mayDo('audit', state)) may.push('audit');
    return may;
  };

  /** Staff see the sheets by number as they come in; everyone sees what was settled with the result. */
  const paperOf = async (vote: VoteRecord, isStaff: boolean): Promise<PaperTotals | undefined> => {
    const place = boxOf(vote);
    if (place === undefined || !(isStaff || isPublished(vote.state))) return undefined;
    const { settled, confirmed: entered, waiting, refused } = await box.ledger(place);
    const { issued = 0, returned = 0, invalid = 0 } = settled ?? {};
    return { issued, returned, invalid, entered, waiting, refused };
  };

  /** While it runs only where that was announced; what it came to in the end, everybody sees, but not yet which option is how far. */
  const turnoutOf = async (vote: VoteRecord, isStaff: boolean): Promise<Progress | undefined> => {
    const isShown = vote.showsTurnout || isStaff;
    if (!isShown && vote.closedAt === undefined) return undefined;
    const progress = await log.progress(vote.id);
    if (isShown || progress === undefined) return progress;
    const { options: _, ...turnout } = progress;
    return turnout;
  };

  const view = async (vote: VoteRecord, viewer: Viewer | undefined, now: Date): Promise<Vote> => {
    const isOut = isPublished(vote.state);
    const isStaff = postOf(viewer, vote) !== undefined;
    const { slots, whyNot } = await placesOf(vote, viewer);
    const mine = slots.map((slot) => mySlot(vote, slot, viewer?.personId ?? '', now.toISOString()));
    const progress = await turnoutOf(vote, isStaff);
    const paper = await paperOf(vote, isStaff);
    const looks = isOut && isCommitted(vote) ? await log.looks(vote.id) : [];
    const { id, communityId, topicId, title, state, electorate, opensAt, closesAt, question, secrecy, ruleSet } = vote;
    const { version, showsTurnout, takesPaper, announcedAt, announcement, extensions, opened, counted, published } =
      vote;
    return {
      ...{ id, communityId, title, state, electorate, opensAt, closesAt, question, secrecy, ruleSet },
      ...{ version, showsTurnout, takesPaper, announcedAt, announcement, extensions, mine },
      isAdvisory: ruleSet.isAdvisory,
      isChangeable: ruleSet.changeable === 'untilClose',
      may: mayOf(vote, viewer, mine, now),
      looks: looks.map(({ at, who }) => ({ at, who })),
      ...(topicId === undefined ? {} : { topicId }),
      ...(opened === undefined ? {} : { rollDigest: opened.head.root }),
      ...(progress === undefined ? {} : { progress }),
      ...(isOut && counted !== undefined ? { outcome: counted.result.outcome } : {}),
      ...((isOut || isStaff) && counted !== undefined ? { result: counted.result } : {}),
      ...(published === undefined ? {} : { publishedAt: published.at, objectionsUntil: published.until }),
      ...(paper === undefined ? {} : { paper }),
      ...(vote.cancelled === undefined ? {} : { cancelReason: vote.cancelled.reason }),
      ...(whyNot === undefined ? {} : { whyNot }),
    };
  };

  return {
    find,
    view,
    placesOf,
    get: async (viewer: Viewer | undefined, id: VoteRecord['id'], now: Date): Promise<Vote> =>
      view(await find(id), viewer, now),
  };
};
export type Reading = ReturnType<typeof makeReading>;
