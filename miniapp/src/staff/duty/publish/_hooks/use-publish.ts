import { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import { useRef, useState } from 'react';
import { call } from '../../../../api/client.ts';
import { askDuty } from '../../../../duty/use-duty.ts';
import { newActionId } from '../../../../platform/new-id.ts';
import { replace, routes } from '../../../../routes.ts';
import { notify } from '../../../../ui/notify.ts';
import { useEditor } from '../../_hooks/use-editor.ts';
import { bodyOf, type DutyBody, effectiveFromOf } from '../../draft.ts';
import { fateOf, refusalText } from '../fate.ts';

const send = (communityId: string, body: DutyBody) =>
  call(dutyEditRoutes.changeDuty, { params: { communityId }, body });

/** The whole draft at once, under one id until it is answered, over restarts too. */
export const usePublish = (communityId: string, source = askDuty, publish = send) => {
  const editor = useEditor(communityId, source);
  const { draft, keep, clear, newest, now, reload, duty } = editor;
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);

  const miss = async (error: unknown) => {
    const fate = fateOf(error);
    if (fate !== 'lost') keep({ ...draft, sent: undefined });
    if (fate === 'changed') await reload();
    setProblem(fate === 'lost' ? undefined : refusalText(error));
    if (fate === 'lost') notify('没有收到回音，请再试一次');
  };

  const run = async (body: DutyBody) => {
    keep({ ...draft, sent: body });
    setSending(true);
    setProblem(undefined);
    try {
      const { version } = await publish(communityId, body);
      clear();
      notify(`第 ${version} 版已发布`);
      replace(routes.duty(communityId));
    } catch (error) {
      await miss(error);
    } finally {
      setSending(false);
    }
  };

  const submit = async () => {
    if (duty === undefined || isBusy.current) return;
    if (draft.sent === undefined && draft.reason.trim() === '') {
      setProblem('请写一句为什么改，居民看得到');
      return;
    }
    isBusy.current = true;
    await run(draft.sent ?? bodyOf(draft, newest, { id: await newActionId(), now })).finally(() => {
      isBusy.current = false;
    });
  };

  return {
    ...editor,
    isSending,
    isLost: draft.sent !== undefined && !isSending,
    problem,
    effectiveFrom: effectiveFromOf(draft.day, newest, now),
    write: (reason: string) => {
      setProblem(undefined);
      keep({ ...draft, reason });
    },
    choose: (day: string | undefined) => keep({ ...draft, day }),
    submit: () => void submit(),
    /** Lets go of what was sent and looks at what is: a change that arrived after all is none any more. */
    giveUp: () => {
      keep({ ...draft, sent: undefined });
      void reload();
    },
  };
};
