import type { PersonId } from '@suishoupai/shared/ids';
import { ruleAt } from '@suishoupai/shared/points/earning';
import { exactTime } from '@suishoupai/shared/time/china';
import { flagLabels, spokenMinutes } from '@suishoupai/shared/volunteering/labels';
import { inOrder, promotedFrom } from '@suishoupai/shared/volunteering/rules';
import type { ItemChange } from '../dynamo/memory-items.ts';
import type { Tell, Told } from '../notices/tell.ts';
import { transferIdFor } from '../points/derived-id.ts';
import type { Ledger } from '../points/ledger.ts';
import type { RulesOf } from '../points/rules.ts';
import { activityOf } from './activity-store.ts';
import { makeRevoke } from './certificates.ts';
import { blankParticipation } from './presence.ts';
import { type Activity, callOffOf, changesOf, type HoursLine, type Participation } from './record.ts';
import { certificateOf, participationOf, type VolunteerStore } from './volunteer-store.ts';

type Deps = {
  volunteers: VolunteerStore;
  ledger: Pick<Ledger, 'earn' | 'takeBack'>;
  rulesOf: RulesOf;
  tell: Tell;
};

/** Under which id confirmed minutes stand in the book: the same however often it is asked for. */
const earnedId = ({ servedAt, id }: HoursLine, { personId }: Participation) =>
  transferIdFor(servedAt, 'service', id, personId);

/** What follows from volunteering: word to who is concerned, hours in the book, certificates that no longer hold. Comes out the same when the stream tells twice, or late. */
export const makeVolunteeringFollower = ({ volunteers, ledger, rulesOf, tell }: Deps) => {
  const revoke = makeRevoke({ volunteers });

  const tellRoll = async (before: Activity, { activity, roll }: Activity): Promise<void> => {
    const all = { personIds: inOrder(roll.seqs) as PersonId[] };
    const about = { about: activity.id, text: activity.title };
    const known = new Set(changesOf(before.activity).map(({ id }) => id));
    for (const { id, at, words } of changesOf(activity).filter((line) => !known.has(line.id))) {
      const text = `${activity.title}：${words}`;
      await tell({ ...about, kind: 'activityChanged', cause: id, at, title: '活动有变', text }, all);
    }
    const off = callOffOf(activity);
    if (off !== undefined && callOffOf(before.activity) === undefined) {
      const text = `${activity.title}：${off.words ?? ''}`;
      await tell({ ...about, kind: 'activityCalledOff', cause: off.id, at: off.at, title: '活动取消了', text }, all);
    }
  };

  const followActivity = async (before: Activity | undefined, after: Activity): Promise<void> => {
    const { activity, roll } = after;
    const { id: activityId, communityId } = activity;
    const isNew = (personId: string) => before?.roll.seqs[personId] === undefined;
    for (const personId of inOrder(roll.seqs).filter(isNew) as PersonId[]) {
      if ((await volunteers.findParticipation({ communityId, activityId, personId })) !== undefined) continue;
      await volunteers.saveParticipation({ ...blankParticipation(activity, personId), revision: 1 });
    }
    if (before === undefined) return;
    await tellRoll(before, after);
    const promoted = promotedFrom(
      { seqs: before.roll.seqs, places: before.activity.places },
      { seqs: roll.seqs, places: activity.places },
    ) as PersonId[];
    const isOpen = activity.state === 'published' || activity.state === 'running';
    if (promoted.length === 0 || !isOpen) return;
    // What moved them up: somebody's withdrawal, or more places.
    const at = before.roll.movedAt === roll.movedAt ? (activity.trace.at(-1)?.at ?? roll.movedAt) : roll.movedAt;
    const text = `${activity.title}：${exactTime(activity.startsAt)}，${activity.place}。来不了请尽早退出，让给下一位`;
    const notice: Told = {
      kind: 'activityPlace',
      about: activityId,
      cause: activityId,
      at,
      title: '候补到名额了',
      text,
    };
    await tell(notice, { personIds: promoted });
  };

  const followHours = async (participation: Participation, line: HoursLine): Promise<void> => {
    const { personId, communityId, activityId: about } = participation;
    const rule = ruleAt('service', line.servedAt, await rulesOf(communityId));
    const cause = { kind: 'service', id: about } as const;
    const id = earnedId(line, participation);
    const to = { personIds: [personId] };
    if (rule !== undefined && line.minutes > 0) {
      const earned = { id, communityId, credit: personId, amount: line.minutes * rule.amount, cause };
      await ledger.earn({ ...earned, at: line.servedAt, by: line.by, reason: line.reason }, rule);
    }
    const minutes = spokenMinutes(line.minutes);
    const text = `${line.title}：${minutes}，${line.stars} 星${line.words === undefined ? '' : `，${line.words}`}`;
    await tell({ kind: 'hoursConfirmed', about, cause: line.id, at: line.at, title: '服务时长已核实', text }, to);
    const { undone } = line;
    if (undone === undefined) return;
    const back = { id: transferIdFor(undone.at, 'back', id), communityId, unit: 'minutes', undoes: id, cause } as const;
    if (line.minutes > 0) await ledger.takeBack({ ...back, at: undone.at, reason: undone.reason }, personId);
    const why = `${line.title}：${minutes}已撤回，${undone.reason}`;
    const notice: Told = {
      kind: 'hoursWithdrawn',
      about,
      cause: undone.id,
      at: undone.at,
      title: '时长有更正',
      text: why,
    };
    await tell(notice, to);
    for (const certificate of await volunteers.certificatesOf(participation)) await revoke(certificate);
  };

  const followParticipation = async (before: Participation | undefined, after: Participation): Promise<void> => {
    const { activityId: about, communityId, checks, flags } = after;
    const last = checks.at(-1);
    if (last !== undefined && flags.length > 0 && (before?.flags.length ?? 0) === 0) {
      const text = flags.map(({ kind }) => flagLabels[kind]).join('、');
      const notice: Told = {
        kind: 'activityFlagged',
        about,
        cause: last.id,
        at: last.at,
        title: '有一位的签到要核对',
        text,
      };
      await tell(notice, { desk: 'community', communityId });
    }
    const isFresh = (line: HoursLine) => {
      const known = before?.hours.find(({ id }) => id === line.id);
      return known === undefined || (known.undone === undefined && line.undone !== undefined);
    };
    for (const line of after.hours.filter(isFresh)) await followHours(after, line);
  };

  return async ({ before, after }: ItemChange): Promise<void> => {
    const activity = activityOf(after);
    if (activity !== undefined) await followActivity(activityOf(before), activity);
    const participation = participationOf(after);
    if (participation !== undefined) await followParticipation(participationOf(before), participation);
    // One that was issued while hours in it were taken back.
    const certificate = before === undefined ? certificateOf(after) : undefined;
    if (certificate !== undefined) await revoke(certificate);
  };
};
