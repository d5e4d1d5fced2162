import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { needsSignIn } from '../../../api/api-error.ts';
import { useMe } from '../../../api/client.ts';
import { type Draft, isUntouched, type Part } from '../../../draft/draft.ts';
import { giveReported } from '../../../draft/just-reported.ts';
import { missingOf } from '../../../draft/missing.ts';
import type { Problems } from '../../../draft/refused.ts';
import { reportDraft } from '../../../draft/report-draft.ts';
import type { Submitted } from '../../../draft/submit.ts';
import { useOnline } from '../../../load/use-online.ts';
import { goesWhen } from '../../../photos/goes-when.ts';
import { wordsOf } from '../../../photos/picked.ts';
import type { Journey } from '../../../photos/transport.ts';
import type { Photos } from '../../../photos/use-photos.ts';
import { open, replace, routes } from '../../../routes.ts';
import { useCommunity } from '../../../state/community.ts';
import { useLists } from '../../../state/lists.ts';
import { confirmed, notify, notifyError } from '../../../ui/notify.ts';
import { handlerOf } from '../handler.ts';
import { partSelector } from '../part.ts';
import { useGoingOn } from './use-going-on.ts';
import { usePlace } from './use-place.ts';

export const useReport = (source = reportDraft) => {
  const { store } = source;
  /** The draft as it was when its submission began: what happens to it meanwhile is shown together with the outcome. */
  const submitted = useRef<Draft>();
  const draft = useSyncExternalStore(store.subscribe, () => submitted.current ?? store.get());
  const me = useMe();
  const home = useCommunity();
  const isOnline = useOnline();
  const { again } = useRouter().params;
  const [refused] = useState(() => {
    source.leaveWhatIsKept();
    return again === undefined ? undefined : source.takeBack(again);
  });
  const [wasRestored, setRestored] = useState(() => refused === undefined && !isUntouched(store.get()));
  const [isSubmitting, setSubmitting] = useState(false);
  const [isSignInNeeded, setSignInNeeded] = useState(false);
  const [lostPhotos, setLostPhotos] = useState(0);
  const [problems, setProblems] = useState<Problems>(refused?.problems ?? {});
  const allowed = useRef<Promise<SubscriptionTemplate[]>>();

  const solved = (part: Part) => setProblems(({ [part]: _, ...others }) => others);
  const place = usePlace(source, () => solved('place'));

  const standing = draft.place?.standing;
  const lists = useLists(standing?.state === 'inside' ? standing.community.id : home?.id);
  const { categoryCode } = draft;
  const isPlaced = standing?.state === 'inside' && lists !== undefined;
  const handler = isPlaced && categoryCode !== undefined ? handlerOf(lists, categoryCode) : undefined;
  const missing = missingOf(draft, isOnline);

  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );

  const note = ({ lost, isSignInNeeded: isNeeded }: Journey) => {
    if (lost > 0) setLostPhotos((before) => before + lost);
    setSignInNeeded(isNeeded);
  };

  useGoingOn(() => {
    void source.resumePhotos().then(note);
    void source.placeAgain();
    void place.find();
  }, me?.id);

  const pointOut = (part: Part, sentence: string) => {
    notify(sentence);
    void Taro.pageScrollTo({ selector: partSelector(part), duration: 200 });
  };

  const photos: Photos = {
    photos: draft.photos,
    max: ticketLimits.photos,
    add: async () => {
      solved('photos');
      try {
        const words = wordsOf(await source.addPhotos(), ticketLimits.photos);
        if (words !== undefined) notify(words);
        note(await source.resumePhotos());
      } catch (error) {
        notifyError(error);
      }
    },
    remove: (id) => {
      solved('photos');
      store.change({ kind: 'photoRemoved', id });
    },
    retry: (id) => void source.retryPhoto(id),
  };

  /** Whoever left the page meanwhile is told, and stays where they are. */
  const goOn = (url: string, said: string) => {
    if (isHere.current) replace(url);
    else notify(said);
  };

  const meet = async (outcome: Submitted) => {
    switch (outcome.kind) {
      case 'done':
        giveReported(outcome.ticket);
        void source.noteAllowed((await allowed.current) ?? []);
        goOn(routes.reported(outcome.ticket.id), '收到了，谢谢您');
        return;
      case 'kept':
        goOn(routes.outbox(outcome.id), '已存在手机里，有网时自动发出');
        return;
      case 'unkept':
        notify('没有发出去，手机存储也满了。内容还在这一页，请再点一次');
        return;
      case 'notSent':
        if (needsSignIn(outcome.error)) open(routes.signIn());
        else notifyError(outcome.error);
        return;
      case 'refused': {
        setProblems(outcome.problems);
        const [part] = Object.keys(outcome.problems) as Part[];
        if (part === undefined) notify(outcome.message);
        else pointOut(part, outcome.message);
        void source.resumePhotos().then(note);
        return;
      }
      case 'incomplete':
        return;
      default:
        outcome satisfies never;
    }
  };

  const openAgain = () => {
    if (!isHere.current) return;
    submitted.current = undefined;
    setSubmitting(false);
  };

  const submit = async () => {
    if (isSubmitting) return;
    const [first] = missing;
    if (first !== undefined) {
      pointOut(first.part, first.sentence);
      return;
    }
    // WeChat asks only when this is the first call of the tap.
    allowed.current ??= source.askToNotify();
    submitted.current = store.get();
    setSubmitting(true);
    setProblems({});
    const outcome = await source.submit().catch((error: unknown) => notifyError(error));
    // What was submitted well stays on the screen until the next page has taken its place.
    const isGone = outcome?.kind === 'done' || outcome?.kind === 'kept';
    if (!isGone) submitted.current = undefined;
    if (outcome !== undefined) await meet(outcome);
    if (!isGone) setSubmitting(false);
    // A browser without network may not get that page.
    else setTimeout(openAgain, 5_000);
  };

  const startOver = async () => {
    const text = '照片和写的内容会清空，找不回来。';
    if (!(await confirmed({ title: '清空这份草稿？', text, yes: '清空' }))) return;
    store.change({ kind: 'cleared' });
    setRestored(false);
    setProblems({});
    setLostPhotos(0);
    void place.find();
  };

  return {
    draft,
    photos,
    lists,
    home,
    handler,
    missing,
    problems,
    place,
    lostPhotos,
    wasRestored,
    isSubmitting,
    isSignInNeeded: isSignInNeeded && draft.photos.length > 0,
    isOnline,
    goes: goesWhen(draft.photos, isOnline),
    refusal: refused?.message,
    isSaved: store.isSaved(),
    placeAgain: () => void source.placeAgain(),
    writeLabel: (label: string) => {
      solved('place');
      store.change({ kind: 'labelWritten', label });
    },
    chooseCategory: (code: CategoryCode) => {
      solved('category');
      store.change({ kind: 'categoryChosen', code });
    },
    writeDescription: (description: string) => {
      solved('description');
      store.change({ kind: 'descriptionWritten', description });
    },
    submit,
    startOver,
    signIn: () => open(routes.signIn()),
  };
};

export type Report = ReturnType<typeof useReport>;
