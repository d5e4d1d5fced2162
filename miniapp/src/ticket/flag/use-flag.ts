import type { ActionId, TicketId } from '@suishoupai/shared/ids';
import { type FlagReason, moderationRoutes } from '@suishoupai/shared/moderation/contract';
import { useRef, useState } from 'react';
import { needsSignIn } from '../../api/api-error.ts';
import { call } from '../../api/client.ts';
import { newActionId } from '../../platform/new-id.ts';
import { open, routes } from '../../routes.ts';
import { notify, notifyError } from '../../ui/notify.ts';

type Complaint = { item: string; reason: FlagReason; note: string };
type Appeal = { items: readonly string[]; note: string };

const optional = (note: string) => (note.trim() === '' ? {} : { note });

const source = {
  flag: (ticketId: TicketId, id: ActionId, { item, reason, note }: Complaint) =>
    call(moderationRoutes.flag, { params: { ticketId }, body: { id, item, reason, ...optional(note) } }),
  appeal: (ticketId: TicketId, id: ActionId, { item, note }: { item: string; note: string }) =>
    call(moderationRoutes.appeal, { params: { ticketId }, body: { id, item, note } }),
};

/** One complaint or appeal at a time; a repeat with the same words goes under the same id. */
export const useFlag = (ticketId: TicketId, asks = source) => {
  const [isRunning, setRunning] = useState(false);
  const unanswered = useRef<{ written: string; id: ActionId }>();
  const appealed = useRef(new Set<string>());

  const once = async (written: string, ask: (id: ActionId) => Promise<unknown>): Promise<void> => {
    const before = unanswered.current;
    const id = before?.written === written ? before.id : await newActionId();
    unanswered.current = { written, id };
    await ask(id);
    unanswered.current = undefined;
  };

  const run = async (asking: () => Promise<void>, done: string): Promise<boolean> => {
    if (isRunning) return false;
    setRunning(true);
    try {
      await asking();
      notify(done);
      return true;
    } catch (error) {
      if (needsSignIn(error)) open(routes.signIn());
      else notifyError(error);
      return false;
    } finally {
      setRunning(false);
    }
  };

  return {
    isRunning,
    /** True when it has arrived. */
    flag: (complaint: Complaint) =>
      run(() => once(JSON.stringify(complaint), (id) => asks.flag(ticketId, id, complaint)), '谢谢您，社区会尽快核实'),
    /** True when all of them have arrived; those that had are not asked again. */
    appeal: ({ items, note }: Appeal) =>
      run(async () => {
        for (const item of items.filter((each) => !appealed.current.has(each))) {
          await once(JSON.stringify({ item, note }), (id) => asks.appeal(ticketId, id, { item, note }));
          appealed.current.add(item);
        }
      }, '已提交，社区会再看一次'),
  };
};
