import { dayMs, hourMs, minuteMs } from '@suishoupai/shared/time/units';
import type { Log } from '../log.ts';
import type { BoxStore } from './box-store.ts';
import { makeCounting, makeLogging, makeSealing, makeSettlingAlone } from './counting.ts';
import type { Electors } from './electors.ts';
import type { LogStore } from './log-store.ts';
import type { ObjectionStore } from './objection-store.ts';
import { makeOpening } from './opening.ts';
import { paperUntil } from './paper.ts';
import type { VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import type { Signer } from './signer.ts';
import type { VoteStore } from './store.ts';
import { makeTicking, makeTurnout } from './ticking.ts';

type Deps = {
  votes: VoteStore;
  box: BoxStore;
  log: LogStore;
  objections: Pick<ObjectionStore, 'all'>;
  electors: Pick<Electors, 'electorsOf'>;
  signer: Signer;
  /** For how long after close a request may still write that began before. */
  graceMs?: number;
};

/** The time limit of a request, and what two clocks may differ by: nobody who was in time is refused. Sealing makes it exact. */
const usualGraceMs = 20_000;
const tickMs = 5 * minuteMs;
const again = hourMs;
/** Electors are told so long before close; not of a vote that is hardly longer than that. */
const soonMs = dayMs;
/** From announced to counted in one go, and one to spare. */
const mostSteps = 5;

const later = (iso: string, ms: number): string => new Date(Date.parse(iso) + ms).toISOString();
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** One vote moved on by the clock as far as it goes now. Looks at the vote itself, so that late, twice or beside another is harmless. */
export const makeClockwork = ({ votes, box, log, objections, electors, signer, graceMs = usualGraceMs }: Deps) => {
  const open = makeOpening({ votes, box, electors, signer });
  const keepTurnout = makeTurnout({ log });
  const tick = makeTicking({ box, log, keepTurnout, addHead: makeLogging({ log, signer }) });
  const count = makeCounting({ votes, box, log, signer, keepTurnout });
  const seal = makeSealing({ box });
  const settleAlone = makeSettlingAlone({ box });

  const isSoon = ({ remindedAt, opensAt, closesAt }: VoteRecord, at: string) =>
    remindedAt === undefined && at >= later(closesAt, -soonMs) && later(opensAt, 2 * soonMs) <= closesAt;

  const ofOpen = async (vote: VoteRecord, now: Date): Promise<boolean> => {
    const at = now.toISOString();
    const close = later(vote.closesAt, graceMs);
    if (at >= close) return votes.write({ ...vote, state: 'closed', closedAt: at, wakeAt: later(at, again) });
    await tick(vote, now);
    const wakeAt = earlier(later(at, tickMs), close);
    if (isSoon(vote, at) && at < vote.closesAt) await votes.write({ ...vote, remindedAt: at, wakeAt });
    else await votes.wake(vote, wakeAt);
    return false;
  };

  const ofClosed = async (vote: VoteRecord, now: Date): Promise<boolean> => {
    const at = now.toISOString();
    const place = boxOf(vote);
    if (place !== undefined) await keepTurnout(vote, await seal(place), now);
    if (await settleAlone(vote, at >= later(paperUntil(vote), graceMs))) return count(vote, now);
    await votes.wake(vote, later(at, again));
    return false;
  };

  const ofPublished = async (vote: VoteRecord, until: string, at: string): Promise<boolean> => {
    if (at < until) return false;
    // Whoever objected in time may still be writing: a final result is never objected to.
    const heard = later(until, graceMs);
    if (at < heard) {
      await votes.wake(vote, heard);
      return false;
    }
    const isAnswered = (await objections.all(vote.id)).every(({ answer }) => answer !== undefined);
    if (!isAnswered) {
      await votes.wake(vote, later(at, again));
      return false;
    }
    const { wakeAt: _, ...rest } = vote;
    return votes.write({ ...rest, state: 'final', finalAt: at });
  };

  /** Nobody could ever vote: there was no roll, or nobody swept. */
  const abandon = ({ wakeAt: _, ...vote }: VoteRecord, at: string) =>
    votes.write({ ...vote, state: 'cancelled', cancelled: { at, reason: '到截止时间还没有能用的选民名册，没有开始' } });

  const step = async (vote: VoteRecord, now: Date): Promise<boolean> => {
    const at = now.toISOString();
    switch (vote.state) {
      case 'announced':
        if (at < vote.opensAt) return false;
        return at < vote.closesAt ? open(vote, now) : abandon(vote, at);
      case 'open':
        return ofOpen(vote, now);
      case 'closed':
        return ofClosed(vote, now);
      case 'published':
        return ofPublished(vote, vote.published?.until ?? at, at);
      case 'counted':
      case 'final':
      case 'cancelled':
        return false;
      default:
        return vote.state satisfies never;
    }
  };

  return {
    open,
    count,
    /** Returns whether anything moved. */
    advance: async (id: VoteRecord['id'], now: Date): Promise<boolean> => {
      for (let steps = 0; steps < mostSteps; steps += 1) {
        const vote = await votes.find(id);
        if (vote === undefined || !(await step(vote, now))) return steps > 0;
      }
      return true;
    },
  };
};
export type Clockwork = ReturnType<typeof makeClockwork>;

/** Moves on every vote that is due. One that fails is logged and does not keep the others waiting. */
export const makeVoteSweep =
  ({ votes, clockwork, log }: { votes: Pick<VoteStore, 'listDue'>; clockwork: Clockwork; log: Log }) =>
  async (now: Date): Promise<{ moved: number; failed: number }> => {
    const done = { moved: 0, failed: 0 };
    for (const id of await votes.listDue(now.toISOString())) {
      try {
        if (await clockwork.advance(id, now)) done.moved += 1;
      } catch (error) {
        log.error('vote not swept', { id, cause: error });
        done.failed += 1;
      }
    }
    return done;
  };
