import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import Taro from '@tarojs/taro';
import { useRef, useState, useSyncExternalStore } from 'react';
import { needsSignIn } from '../../../api/api-error.ts';
import { useMe } from '../../../api/client.ts';
import { type Draft, isEmpty, type Part } from '../../../draft/draft.ts';
import { giveReported } from '../../../draft/just-reported.ts';
import { missingOf } from '../../../draft/missing.ts';
import { reportDraft } from '../../../draft/report-draft.ts';
import type { Problems, Submitted } from '../../../draft/submit.ts';
import type { Journey } from '../../../photos/transport.ts';
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
  const [wasRestored, setRestored] = useState(() => !isEmpty({ ...store.get(), place: undefined }));
  const [isSubmitting, setSubmitting] = useState(false);
  const [isSignInNeeded, setSignInNeeded] = useState(false);
  const [lostPhotos, setLostPhotos] = useState(0);
  const [problems, setProblems] = useState<Problems>({});
  const allowed = useRef<Promise<SubscriptionTemplate[]>>();

  const solved = (part: Part) => setProblems(({ [part]: _, ...others }) => others);
  const place = usePlace(source, () => solved('place'));

  const standing = draft.place?.standing;
  const lists = useLists(standing?.state === 'inside' ? standing.community.id : home?.id);
  const { categoryCode, attempt } = draft;
  const isPlaced = standing?.state === 'inside' && lists !== undefined;
  const handler = isPlaced && categoryCode !== undefined ? handlerOf(lists, categoryCode) : undefined;
  const missing = attempt === undefined ? missingOf(draft) : [];

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

  const addPhotos = async () => {
    solved('photos');
    try {
      note(await source.addPhotos());
    } catch (error) {
      notifyError(error);
    }
  };

  const meet = async (outcome: Submitted) => {
    switch (outcome.kind) {
      case 'done':
        giveReported(outcome.ticket);
        void source.noteAllowed((await allowed.current) ?? []);
        replace(routes.reported(outcome.ticket.id));
        return;
      case 'unanswered':
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
    if (outcome?.kind !== 'done') submitted.current = undefined;
    if (outcome !== undefined) await meet(outcome);
    if (outcome?.kind !== 'done') setSubmitting(false);
  };

  const startOver = async () => {
    const isSent = attempt !== undefined;
    const text = isSent
      ? '上一次可能已经提交成功，可先到「我的上报」看一看。清空后照片和文字找不回来。'
      : '照片和写的内容会清空，找不回来。';
    if (!(await confirmed({ title: '清空这份草稿？', text, yes: '清空' }))) return;
    store.change({ kind: 'cleared' });
    setRestored(false);
    setProblems({});
    setLostPhotos(0);
    void place.find();
  };

  return {
    draft,
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
    isLocked: attempt !== undefined,
    isSaved: store.isSaved(),
    addPhotos,
    removePhoto: (id: Parameters<typeof source.retryPhoto>[0]) => {
      solved('photos');
      store.change({ kind: 'photoRemoved', id });
    },
    retryPhoto: (id: Parameters<typeof source.retryPhoto>[0]) => void source.retryPhoto(id),
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
