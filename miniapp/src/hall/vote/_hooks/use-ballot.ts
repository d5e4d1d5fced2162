import type { ActionId } from '@suishoupai/shared/ids';
import type { Choice } from '@suishoupai/shared/votes/choice';
import type { MySlot, Receipt, Vote } from '@suishoupai/shared/votes/contract';
import { useEffect, useRef, useState } from 'react';
import { ApiError, needsSignIn } from '../../../api/api-error.ts';
import { outbox } from '../../../outbox/phone-outbox.ts';
import { useOutbox } from '../../../outbox/use-outbox.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { open, routes } from '../../../routes.ts';
import { notify, notifyError } from '../../../ui/notify.ts';
import { blank, type Draft, draftOf, readyChoice } from '../drafting.ts';
import { keepReceipt } from '../kept-receipt.ts';

/** Somebody or something was quicker: what is on the screen is not how it stands. */
const isStale = (error: unknown): boolean => error instanceof ApiError && error.code.startsWith('vote.');

/**
 * My ballot: which slot it is for, what is filled in, the last question before it goes, and what came of it. Off line it is kept, and is
 * not cast until the service has it.
 */
export const useBallot = (vote: Vote, reload: () => Promise<void>, box = outbox) => {
  const { id: voteId, question, mine } = vote;
  const [slotId, setSlotId] = useState<string>();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [isChanging, setChanging] = useState(false);
  const [asked, setAsked] = useState<Choice>();
  const [isAgreed, setAgreed] = useState(false);
  const [isSending, setSending] = useState(false);
  const [receipt, setReceipt] = useState<Receipt>();
  const [overAt, setOverAt] = useState<string>();
  const isBusy = useRef(false);
  const unanswered = useRef<{ written: string; id: ActionId }>();

  const slot =
    mine.find((each) => each.slot === slotId) ?? mine.find(({ mayCast, ballot }) => mayCast && !ballot) ?? mine[0];
  const kept = useOutbox(voteId).filter(({ kind }) => kind === 'ballot');
  const waiting = kept.find(({ body, state }) => body['slot'] === slot?.slot && state !== 'refused');
  const refused = kept.find(({ body, state }) => body['slot'] === slot?.slot && state === 'refused');
  const refusedKey = refused?.key;
  // One that was kept is refused later: how the vote stands is asked again then.
  useEffect(() => {
    if (refusedKey !== undefined) void reload();
  }, [refusedKey, reload]);
  const draft = (slot && drafts[slot.slot]) ?? blank;
  const isFilling = slot?.mayCast === true && waiting === undefined && (slot.ballot === undefined || isChanging);

  const setDraft = (next: Draft) => {
    if (slot !== undefined) setDrafts((before) => ({ ...before, [slot.slot]: next }));
  };

  const idFor = async (written: string): Promise<ActionId> => {
    const before = unanswered.current;
    const id = before?.written === written ? before.id : await newActionId();
    unanswered.current = { written, id };
    return id;
  };

  const deliver = async ({ slot: to, ballot, isShared }: MySlot, choice: Choice): Promise<void> => {
    const content = { slot: to, choice, replaces: ballot?.seq ?? 0, ...(isShared ? { isAgreed: true as const } : {}) };
    const id = await idFor(JSON.stringify(content));
    const given = {
      title: `还没投出的选票：${vote.title}`,
      params: { voteId },
      body: { id, ...content },
      lane: voteId,
      from: routes.vote(voteId),
    };
    // What comes of this one is shown, whichever is next.
    setSlotId(to);
    if (refused !== undefined) box.discard(refused.key);
    const sent = await box.send('ballot', given);
    switch (sent.kind) {
      case 'answered':
        unanswered.current = undefined;
        keepReceipt({ voteId, slot: to }, sent.answer);
        setReceipt(sent.answer);
        setChanging(false);
        setAsked(undefined);
        await reload();
        return;
      case 'waiting':
        setChanging(false);
        setAsked(undefined);
        return;
      case 'unkept':
        notify('没有投出去，手机存储也满了，请再点一次');
        return;
      case 'refused':
        box.remove(id);
        unanswered.current = undefined;
        throw sent.error;
      default:
        sent satisfies never;
    }
  };

  const cast = async () => {
    if (slot === undefined || asked === undefined || isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    try {
      await deliver(slot, asked);
    } catch (error) {
      notifyError(error);
      if (needsSignIn(error)) open(routes.signIn());
      if (!isStale(error)) return;
      if (error instanceof ApiError && error.code === 'vote.over') setOverAt(vote.closesAt);
      setAsked(undefined);
      setChanging(false);
      await reload();
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return {
    slot,
    choose: (next: string) => {
      setSlotId(next);
      setChanging(false);
    },
    /** Another place of mine that has no ballot yet. */
    next: mine.find((each) => each !== slot && each.mayCast && each.ballot === undefined),
    draft,
    setDraft,
    isFilling,
    ready: readyChoice(question, draft),
    /** Shown again as it was cast. */
    change: () => {
      if (slot?.ballot !== undefined) setDraft(draftOf(slot.ballot.choice));
      setChanging(true);
    },
    isChanging,
    keep: () => setChanging(false),
    /** Opens the last question. */
    ask: (choice: Choice) => {
      setAgreed(false);
      setAsked(choice);
    },
    asked,
    takeBack: () => setAsked(undefined),
    isAgreed,
    agree: () => setAgreed((before) => !before),
    isSending,
    cast: () => void cast(),
    receipt,
    /** The close that the service said has passed. */
    overAt,
    closeReceipt: () => setReceipt(undefined),
    /** A ballot of this slot that lies on the phone and is not cast. */
    waiting,
    refused,
    sendWaiting: async () => {
      const why = await box.flush();
      if (why === 'signIn') open(routes.signIn());
      if (why !== undefined) notify(why === 'network' ? '还是没有网络，选票还没有投出' : '还没有投出，会自动再试');
    },
    drop: (key: string) => void box.discard(key),
  };
};

export type BallotControl = ReturnType<typeof useBallot>;
