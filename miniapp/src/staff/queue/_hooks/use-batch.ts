import type { ActionId, DepartmentId, TicketId } from '@suishoupai/shared/ids';
import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useRef, useState } from 'react';
import { call } from '../../../api/client.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { fetchTicket } from '../../../ticket/use-ticket.ts';
import { notify, notifyError } from '../../../ui/notify.ts';
import { type Answer, attemptKey, outcomeOf, outcomeWords, type Refusals, togglePick } from '../batch.ts';

type Batch = { departmentId: DepartmentId; items: { id: ActionId; ticketId: TicketId; version: number }[] };

const sendBatch = async (body: Batch): Promise<Answer[]> => (await call(ticketRoutes.dispatchBatch, { body })).items;

type Deps = {
  cards: readonly TicketCard[];
  onDone: (ids: readonly TicketId[]) => void;
  onChanged: (card: TicketCard) => void;
  send?: typeof sendBatch;
  fetch?: (id: TicketId) => Promise<TicketCard>;
};

/** Several tickets to one department. Refused ones stay picked and say why; without an answer the same ids go again. */
export const useBatch = ({ cards, onDone, onChanged, send = sendBatch, fetch = fetchTicket }: Deps) => {
  const [isOn, setOn] = useState(false);
  const [picks, setPicks] = useState<readonly TicketId[]>([]);
  const [refusals, setRefusals] = useState<Refusals>({});
  const [isRunning, setRunning] = useState(false);
  const ids = useRef(new Map<string, ActionId>());
  const picked = cards.filter(({ id }) => picks.includes(id));

  const close = () => {
    setOn(false);
    setPicks([]);
    setRefusals({});
  };

  const toggle = (id: TicketId) => {
    const next = togglePick(picks, id);
    if (next === picks) notify(`一次最多 ${ticketLimits.batch} 件`);
    setPicks(next);
  };

  const idOf = async (key: string): Promise<ActionId> => {
    const id = ids.current.get(key) ?? (await newActionId());
    ids.current.set(key, id);
    return id;
  };

  const itemsFor = (departmentId: DepartmentId) =>
    Promise.all(
      picked.map(async (card) => ({
        id: await idOf(attemptKey(card, departmentId)),
        ticketId: card.id,
        version: card.version,
      })),
    );

  const meet = (answers: readonly Answer[]) => {
    const { done, refusals: next } = outcomeOf(answers);
    const refused = picks.filter((id) => next[id] !== undefined);
    onDone(done);
    setPicks(refused);
    setRefusals(next);
    setOn(refused.length > 0);
    notify(outcomeWords(done.length, refused.length));
    for (const id of refused) fetch(id).then(onChanged, () => undefined);
  };

  /** True once the service has answered, whatever it said of each. */
  const dispatch = async (departmentId: DepartmentId): Promise<boolean> => {
    if (isRunning || picked.length === 0) return false;
    setRunning(true);
    try {
      meet(await send({ departmentId, items: await itemsFor(departmentId) }));
      return true;
    } catch (error) {
      notifyError(error);
      return false;
    } finally {
      setRunning(false);
    }
  };

  return { isOn, open: () => setOn(true), close, picks, picked, toggle, refusals, isRunning, dispatch };
};
