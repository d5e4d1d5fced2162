import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import { dayMs } from '@suishoupai/shared/time/units';
import { checkChoice } from '@suishoupai/shared/votes/choice';
import type { PaperBallot } from '@suishoupai/shared/votes/contract';
import { areaOf, headsOf, isOfPeople } from '@suishoupai/shared/votes/roll';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import { mayDo } from '@suishoupai/shared/votes/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { PhotoUrls } from '../media/photo-urls.ts';
import type { MediaStore } from '../media/store.ts';
import type { AccessLog, Look } from '../people/access-log-store.ts';
import { digestOf } from '../tickets/digest.ts';
import type { Box, BoxStore } from './box-store.ts';
import { timeOf, withBallot } from './casting.ts';
import { type Electors, slotOf, unitLabel } from './electors.ts';
import type { LedgerRecord, PaperRecord, SlotRecord, VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import { staffOf } from './standing.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'find'>;
  box: BoxStore;
  media: Pick<MediaStore, 'find'>;
  photoUrls: PhotoUrls;
  electors: Pick<Electors, 'residents'>;
  accessLog: Pick<AccessLog, 'note'>;
  randomBytes: (count: number) => Uint8Array;
};
type Entry = RouteRequest<(typeof voteRoutes)['enterPaper']>['body'];
type Decision = RouteRequest<(typeof voteRoutes)['decidePaper']>['body'];

/** A sheet that was handed in before close may be entered for so long after it. */
const lateDays = 2;
/** Somebody else wrote a slot or a sheet in between: look again, so often at most. */
const mostTries = 5;

/** Until when sheets are entered. */
export const paperUntil = ({ closesAt }: Pick<VoteRecord, 'closesAt'>): string =>
  new Date(Date.parse(closesAt) + lateDays * dayMs).toISOString();

type Counted = 'waiting' | 'confirmed' | 'refused';
const isCounted = (state: PaperRecord['state']): state is Counted => state !== 'rejected';

/** The ledger after a sheet went from one state to another. */
const moved = (
  ledger: LedgerRecord,
  from: PaperRecord['state'] | undefined,
  to: PaperRecord['state'],
): LedgerRecord => {
  const next = { ...ledger };
  if (from !== undefined && isCounted(from)) next[from] -= 1;
  if (isCounted(to)) next[to] += 1;
  return next;
};

const whyRefused = {
  firstOnline: '这一户已经在手机上投过票，以先到的为准',
  firstOnPaper: '这一户已经交过一张纸质选票，以先到的为准',
} as const;

/** How the elector has voted already; `vote.onPaper` while another sheet of theirs waits, which may yet be rejected. */
const votedBefore = (slot: SlotRecord): PaperRecord['why'] => {
  if (slot.ballot?.channel === 'online') return 'firstOnline';
  if (slot.ballot !== undefined) return 'firstOnPaper';
  if (slot.paper !== undefined) throw new AppError('vote.onPaper');
  return undefined;
};

export const makePaper = ({ votes, box, media, photoUrls, electors, accessLog, randomBytes }: Deps) => {
  /** The vote and its slots for the staff who handle its sheets. */
  const forStaff = async (viewer: Viewer, voteId: VoteRecord['id']) => {
    const vote = await votes.find(voteId);
    if (vote === undefined) throw new AppError('vote.notFound');
    const { side: _, ...by } = staffOf(viewer, vote);
    return { vote, by, place: boxOf(vote) };
  };

  const view = (paper: PaperRecord, viewerId: PersonId): PaperBallot => {
    const { id, slot, units, at, receivedAt, by, choice, photo, state, why, decided } = paper;
    const isMine = by.personId === viewerId;
    const isInHand = state === 'waiting' || isMine || decided?.by.personId === viewerId;
    const reason = decided?.reason ?? (why === undefined ? undefined : whyRefused[why]);
    return {
      id,
      slot,
      units,
      at,
      receivedAt,
      enteredBy: by.label,
      isMine,
      state,
      ...(isInHand ? { choice, photo: { id: photo, url: photoUrls(photo).url } } : {}),
      ...(reason === undefined ? {} : { reason }),
    };
  };

  const checkPhoto = async (ownerId: PersonId, id: PaperRecord['photo']) => {
    const record = await media.find(ownerId, id);
    if (record === undefined) throw new AppError('media.notFound');
    if (record.state === 'awaiting') throw new AppError('media.notReady');
    if (record.state === 'refused') throw new AppError('media.refused');
  };

  /** When the sheet was handed in: within the time of voting, whenever it is entered. */
  const receivedAt = (vote: VoteRecord, { receivedAt: told }: Entry, now: Date): string => {
    const at = now.toISOString();
    if (at < vote.opensAt) throw new AppError('vote.notOpen');
    if (at >= paperUntil(vote) || (told === undefined && at >= vote.closesAt)) throw new AppError('vote.over');
    if (told === undefined) return at;
    if (told > at || told >= vote.closesAt || told < vote.opensAt) {
      throw invalidField('body.receivedAt', 'outside', '交票时间要在表决开放期间，并且不晚于现在');
    }
    return told;
  };

  /** What the second person reads to compare the sheet with. */
  const personLabel = async (vote: VoteRecord, slot: string): Promise<string[]> => {
    const isMeant = (personId: PersonId) => slotOf(vote, personId) === slot;
    const [resident] = await electors.residents(vote.communityId, { isMeant });
    return resident === undefined ? [] : [...resident.units.map(unitLabel), resident.name];
  };

  const openFor = (vote: VoteRecord, place: Box | undefined): Box => {
    if (place === undefined) throw new AppError(vote.state === 'cancelled' ? 'vote.over' : 'vote.notOpen');
    if (!vote.takesPaper) throw new AppError('vote.stepNotAllowed');
    if (!mayDo('paper', vote.state)) throw new AppError('vote.over');
    return place;
  };

  const enter = async (viewer: Viewer, voteId: VoteRecord['id'], body: Entry, now: Date): Promise<PaperBallot> => {
    const { vote, by, place: known } = await forStaff(viewer, voteId);
    const { id, slot: slotId, choice, photo } = body;
    const digest = digestOf({ ...body, personId: viewer.personId });
    const standing = async (): Promise<PaperBallot | undefined> => {
      const sheet = known === undefined ? undefined : await box.findPaper(known, id);
      if (sheet !== undefined && sheet.digest !== digest) throw new AppError('id.reused');
      return sheet && view(sheet, viewer.personId);
    };
    const before = await standing();
    if (before !== undefined) return before;
    const place = openFor(vote, known);
    const received = receivedAt(vote, body, now);
    const problem = checkChoice(vote.question, choice);
    if (problem !== undefined) {
      throw new AppError('vote.choice', [{ ...problem, field: `body.choice.${problem.field}` }]);
    }
    await checkPhoto(viewer.personId, photo);

    for (let tries = 0; tries < mostTries; tries += 1) {
      // The ledger first: whatever is read after it and written with it was not settled in between.
      const ledger = await box.ledger(place);
      if (ledger.settled !== undefined) throw new AppError('vote.over');
      const slot = await box.findSlot(place, slotId);
      if (slot === undefined || headsOf(slot) === 0) throw new AppError('vote.noSlot');
      // Looked for after the slot was read: what keeps it may be this very sheet, entered by another copy of the request.
      const same = slot.paper === undefined && tries === 0 ? undefined : await standing();
      if (same !== undefined) return same;
      const why = votedBefore(slot);
      const state = why === undefined ? 'waiting' : 'refused';
      const units =
        slot.kind === 'person' ? await personLabel(vote, slotId) : slot.units.map(({ unit }) => unitLabel(unit));
      const told = { id, digest, slot: slotId, units, choice, photo, by, state, receivedAt: received } as const;
      const paper: PaperRecord = { ...told, rev: 0, at: now.toISOString(), ...(why === undefined ? {} : { why }) };
      const isWritten = await box.write(place, [
        { paper },
        { ledger: moved(ledger, undefined, state) },
        ...(why === undefined ? [{ slot: { ...slot, paper: id } }] : []),
      ]);
      if (isWritten) return view(paper, viewer.personId);
    }
    throw new AppError('vote.changed');
  };

  /** What a decision makes of a sheet: the ballot of its slot, or a slot that is free again. */
  const decided = (vote: VoteRecord, paper: PaperRecord, slot: SlotRecord): SlotRecord | undefined => {
    const { paper: reserved, ...free } = slot;
    if (reserved !== paper.id) return undefined;
    if (paper.state === 'rejected') return free;
    const { id, digest, choice, receivedAt: received } = paper;
    const castAt = timeOf(slot, received);
    return withBallot(vote, slot, { id, digest, choice, channel: 'paper', castAt }, randomBytes);
  };

  const decide = async (
    viewer: Viewer,
    { voteId, paperId }: { voteId: VoteRecord['id']; paperId: ActionId },
    body: Decision,
    now: Date,
  ): Promise<PaperBallot> => {
    const { vote, by, place } = await forStaff(viewer, voteId);
    const digest = digestOf({ ...body, personId: viewer.personId });
    for (let tries = 0; tries < mostTries; tries += 1) {
      const ledger = place === undefined ? undefined : await box.ledger(place);
      const paper = place === undefined ? undefined : await box.findPaper(place, paperId);
      if (place === undefined || paper === undefined || ledger === undefined) throw new AppError('paper.notFound');
      if (paper.decided?.id === body.id && paper.decided.digest === digest) return view(paper, viewer.personId);
      // A sheet that was refused may turn out to have been entered twice: then it is rejected, and none was handed in.
      const isOpen = paper.state === 'waiting' || (paper.state === 'refused' && body.decision === 'reject');
      if (!isOpen) throw new AppError('paper.decided');
      if (!mayDo('paper', vote.state) || ledger.settled !== undefined) throw new AppError('vote.stepNotAllowed');
      if (paper.by.personId === viewer.personId) throw new AppError('vote.samePerson');
      const slot = await box.findSlot(place, paper.slot);
      if (slot === undefined) throw new AppError('paper.notFound');
      const state = body.decision === 'confirm' ? 'confirmed' : 'rejected';
      const reason = body.decision === 'reject' ? { reason: body.reason } : {};
      const after: PaperRecord = {
        ...paper,
        state,
        decided: { id: body.id, digest, at: now.toISOString(), by, ...reason },
      };
      const next = decided(vote, after, slot);
      const isWritten = await box.write(place, [
        { paper: after },
        { ledger: moved(ledger, paper.state, state) },
        ...(next === undefined ? [] : [{ slot: next }]),
      ]);
      if (isWritten) return view(after, viewer.personId);
    }
    throw new AppError('vote.changed');
  };

  const list = async (viewer: Viewer, voteId: VoteRecord['id'], cursor: string | undefined) => {
    const { place } = await forStaff(viewer, voteId);
    if (place === undefined) return { items: [] };
    const { items, next } = await box.listPaper(place, cursor);
    return { items: items.map((paper) => view(paper, viewer.personId)), next };
  };

  const standingOf = (slot: SlotRecord) => ({
    slot: slot.slot,
    units: slot.units.map(({ unit }) => unitLabel(unit)),
    heads: headsOf(slot),
    area: areaOf(slot),
    standing: slot.ballot?.channel ?? (slot.paper === undefined ? ('none' as const) : ('waiting' as const)),
  });

  /** People are frozen without a unit: those bound to the building now who have a slot. That they were looked up is logged for each of them. */
  const peopleHere = async (vote: VoteRecord, place: Box, building: string, look: Pick<Look, 'viewer' | 'at'>) => {
    const residents = await electors.residents(vote.communityId, { building });
    const found = residents.map(async ({ personId, units, name }) => {
      const slot = await box.findSlot(place, slotOf(vote, personId));
      if (slot === undefined) return [];
      await accessLog.note({ ...look, subject: personId, about: vote.id, what: 'claim' });
      return [{ ...standingOf(slot), units: units.map(unitLabel), name }];
    });
    return (await Promise.all(found)).flat();
  };

  /** The slots of a building, for the staff who go from door to door; never what was chosen. */
  const findSlots = async (viewer: Viewer, voteId: VoteRecord['id'], building: string, now: Date) => {
    const { vote, by, place } = await forStaff(viewer, voteId);
    if (place === undefined) return { items: [] };
    if (isOfPeople(vote.electorate)) {
      return { items: await peopleHere(vote, place, building, { viewer: by, at: now.toISOString() }) };
    }
    const slots = await box.slots(place, true);
    return { items: slots.filter(({ units }) => units.some((unit) => unit.building === building)).map(standingOf) };
  };

  return { enter, decide, list, findSlots };
};
