import type { TicketId } from '@suishoupai/shared/ids';
import { strikesBy } from '@suishoupai/shared/tickets/clocks';
import { decide, type Step } from '@suishoupai/shared/tickets/transitions';
import type { Log } from '../log.ts';
import { afterStep } from './loop.ts';
import type { Ticket, TicketEvent } from './record.ts';
import { circumstancesOf } from './standing.ts';
import type { TicketStore } from './store.ts';

type Deps = { tickets: TicketStore; newEventId: () => TicketEvent['id']; log: Log };

/**
 * Writes into the trace of every ticket what its clocks have struck: a warning, that it is overdue, that one level up is told; and takes a
 * ticket back that waited for its reporter in vain. The index only says where to look; the ticket itself decides, so a sweep that runs
 * twice, late or beside another changes nothing. A ticket that fails is logged and does not keep the others waiting. Returns how many were
 * marked and how many failed.
 */
export const makeSweep = ({ tickets, newEventId, log }: Deps) => {
  const strike = (ticket: Ticket, step: Step, at: string, clock: TicketEvent['clock']): Ticket => {
    const facts = circumstancesOf(ticket, { viewer: undefined, now: new Date(at), reopenDays: 0 });
    const decision = decide(step, facts, ['system']);
    if (!decision.isAllowed) return ticket;
    const actor = { relation: 'system' as const, label: '系统' };
    return afterStep(ticket, step, decision.to, { id: newEventId(), at, actor, photoIds: [], digest: step, clock });
  };

  const mark = async (id: TicketId, at: string): Promise<boolean> => {
    const before = await tickets.find(id);
    if (before === undefined) return false;
    const struck = strikesBy(before.clocks, at);
    const isUnanswered = struck.some(({ name, strike: kind }) => name === 'answer' && kind === 'overdue');
    // Nobody is late with an answer they do not owe: the question ends, and the clocks of the work go on.
    const after = isUnanswered
      ? strike(before, 'answerTimeout', at, 'answer')
      : struck.reduce((ticket, { name, strike: kind }) => strike(ticket, kind, at, name), before);
    const [first] = after.events.slice(before.events.length);
    if (first === undefined || first.step === 'report') return false;
    return tickets.take(first.step, before, after);
  };

  return async (now: Date): Promise<{ marked: number; failed: number }> => {
    const done = { marked: 0, failed: 0 };
    for (const id of await tickets.listDue(now.toISOString())) {
      try {
        if (await mark(id, now.toISOString())) done.marked += 1;
      } catch (error) {
        log.error('ticket not swept', { id, cause: error });
        done.failed += 1;
      }
    }
    return done;
  };
};
