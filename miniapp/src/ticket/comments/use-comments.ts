import { type Comment, commentRoutes } from '@suishoupai/shared/comments/contract';
import type { ActionId, TicketId } from '@suishoupai/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { needsSignIn } from '../../api/api-error.ts';
import { call, useMe } from '../../api/client.ts';
import { usePages } from '../../load/use-pages.ts';
import { outbox } from '../../outbox/phone-outbox.ts';
import { useDeparture } from '../../outbox/use-outbox.ts';
import { newActionId } from '../../platform/new-id.ts';
import { open, routes } from '../../routes.ts';
import { notify, notifyError } from '../../ui/notify.ts';

const list = (ticketId: TicketId, cursor?: string) =>
  call(commentRoutes.listComments, { params: { ticketId }, query: { cursor } });

/** What neighbours add, the newest first, and what I add myself; mine stands above until the list is asked for anew. */
export const useComments = (ticketId: TicketId, source = list, box = outbox) => {
  const me = useMe();
  const pages = usePages(`${ticketId} ${me?.id}`, (cursor) => source(ticketId, cursor));
  const [mine, setMine] = useState<Comment[]>([]);
  const [draft, setDraft] = useState('');
  const [isRunning, setRunning] = useState(false);
  /** Kept until answered: the same words again are the same comment. */
  const unanswered = useRef<{ text: string; id: ActionId }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person's words are not mine
  useEffect(() => setMine([]), [me?.id]);

  const add = (comment: Comment) => setMine((others) => [comment, ...others.filter(({ id }) => id !== comment.id)]);

  useDeparture(({ entry, answer, isWatched }) => {
    if (!isWatched && entry.kind === 'comment' && entry.lane === ticketId) add(answer as Comment);
  });

  const deliver = async (text: string): Promise<boolean> => {
    const before = unanswered.current;
    const id = before?.text === text ? before.id : await newActionId();
    unanswered.current = { text, id };
    const from = routes.ticket(ticketId);
    const given = { title: `评论：${text}`, params: { ticketId }, body: { id, text }, lane: ticketId, from };
    const sent = await box.send('comment', given);
    switch (sent.kind) {
      case 'answered':
        add(sent.answer);
        notify(sent.answer.safety === 'pass' ? '已发出' : '已发出，审核后邻居就能看到');
        return true;
      case 'waiting':
        notify('已存在手机里，有网时自动发出');
        return true;
      case 'unkept':
        notify('没有发出去，手机存储也满了，请再点一次');
        return false;
      case 'refused':
        box.remove(id);
        unanswered.current = undefined;
        notifyError(sent.error);
        return false;
      default:
        return sent satisfies never;
    }
  };

  /** True when it has arrived or is kept; the words stay where they are until then. */
  const send = async (): Promise<boolean> => {
    if (isRunning) return false;
    setRunning(true);
    try {
      const isAway = await deliver(draft);
      if (isAway) {
        unanswered.current = undefined;
        setDraft('');
      }
      return isAway;
    } catch (error) {
      if (needsSignIn(error)) open(routes.signIn());
      else notifyError(error);
      return false;
    } finally {
      setRunning(false);
    }
  };

  return { pages, mine, draft, setDraft, isRunning, send };
};

export type Comments = ReturnType<typeof useComments>;
