import { fieldworkRoutes, type Patrol } from '@suishoupai/shared/fieldwork/contract';
import type { PatrolId } from '@suishoupai/shared/ids';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { isUndecided, needsSignIn } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { newActionId } from '../../../platform/new-id.ts';
import { platform } from '../../../platform/platform.ts';
import { open, routes } from '../../../routes.ts';
import { notify, notifyError } from '../../../ui/notify.ts';
import { keepChecks, keptChecks } from '../kept-checks.ts';
import { type CheckBody, type Pending, withoutPending, withPending } from '../pending.ts';

/** What was found, before it has an id. */
export type Found = { outcome: 'fine' } | { outcome: 'mended'; note: string; photoIds: string[] };
export type CheckEnd = 'done' | 'lost' | 'refused';

const sendCheck = ({ patrolId, body }: Pending): Promise<Patrol> =>
  call(fieldworkRoutes.checkPatrolItem, { params: { patrolId }, body });

type Deps = {
  onChecked: (patrol: Patrol) => void;
  /** What the service has is not what is shown. */
  onStale: () => void;
  send?: typeof sendCheck;
  device?: typeof platform;
};

/** Ticks go out one after the other, however fast they are made, each under one id until it is answered, over restarts too. */
export const useChecks = ({ onChecked, onStale, send = sendCheck, device = platform }: Deps) => {
  const personId = useMe()?.id;
  const [pending, setPending] = useState<Pending[]>(() => keptChecks(personId));
  const [isSending, setSending] = useState(false);
  const flushing = useRef<Promise<CheckEnd>>();

  const keep = (checks: Pending[]) => {
    setPending(checks);
    keepChecks(personId, checks);
  };
  const settle = (check: Pending) => keep(withoutPending(keptChecks(personId), check));

  const deliver = async (check: Pending): Promise<CheckEnd> => {
    try {
      const patrol = await send(check);
      settle(check);
      onChecked(patrol);
      return 'done';
    } catch (error) {
      if (isUndecided(error)) {
        if (needsSignIn(error)) open(routes.signIn());
        return 'lost';
      }
      settle(check);
      notifyError(error);
      onStale();
      return 'refused';
    }
  };

  /** What is added meanwhile goes along; what gets no answer stops the rest. */
  const deliverAll = async (): Promise<CheckEnd> => {
    let end: CheckEnd = 'done';
    for (let [next] = keptChecks(personId); next !== undefined; [next] = keptChecks(personId)) {
      end = await deliver(next);
      if (end === 'lost') return end;
    }
    return end;
  };

  const goOn = (): Promise<CheckEnd> => {
    setPending(keptChecks(personId));
    if (flushing.current !== undefined) return flushing.current;
    setSending(true);
    flushing.current = deliverAll().finally(() => {
      flushing.current = undefined;
      setSending(false);
    });
    return flushing.current;
  };

  const latest = useRef(goOn);
  latest.current = goOn;
  useDidShow(() => void latest.current());
  useEffect(() => device.onNetworkChange((isOnline) => isOnline && void latest.current()), [device]);

  const check = async (patrolId: PatrolId, item: string, found: Found): Promise<CheckEnd> => {
    const body = { id: await newActionId(), item, ...found } as CheckBody;
    keep(withPending(keptChecks(personId), { patrolId, body }));
    const end = await goOn();
    if (end === 'lost') notify('没有收到回音，有网时会自动再发');
    return end;
  };

  return { check, goOn, pending, isSending };
};

export type Checks = ReturnType<typeof useChecks>;
