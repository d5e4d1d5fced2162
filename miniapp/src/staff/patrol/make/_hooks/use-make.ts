import { fieldworkRoutes, type Patrol } from '@suishoupai/shared/fieldwork/contract';
import type { CommunityId, GridId } from '@suishoupai/shared/ids';
import { call, useMe } from '../../../../api/client.ts';
import { useKept } from '../../../../forms/use-kept.ts';
import { useSending } from '../../../../forms/use-sending.ts';
import { useCommunityLists } from '../../../../load/use-community-lists.ts';
import { freshPatrolId } from '../../../../platform/new-id.ts';
import { back } from '../../../../routes.ts';
import { useNow } from '../../../../state/now.ts';
import { notify } from '../../../../ui/notify.ts';
import { dayWords, today } from '../../days.ts';
import { groundsOf } from '../../grounds.ts';
import { bodyOf, missingIn, PatrolBody, Plan } from '../plan.ts';

const sendPatrol = (body: PatrolBody): Promise<Patrol> => call(fieldworkRoutes.makePatrol, { body });

type Asked = { communityId: CommunityId; gridId: GridId | undefined; day: string | undefined };

/** A list for one grid and day, kept until the service has it. */
export const useMake = ({ communityId, gridId, day }: Asked, send = sendPatrol) => {
  const me = useMe();
  const now = useNow();
  const { view } = useCommunityLists(communityId);
  const known = view.state === 'ready' ? view.data.community.grids : [];
  const { grids } = groundsOf(me?.grants ?? [], communityId, known);
  const about = `${communityId}:${me?.id}`;
  const kept = useKept(`patrol-plan:${about}`, Plan, { gridId, day: day ?? today(now), items: [] });
  // A day that has passed since the list was begun is today's by now.
  const plan: Plan = {
    ...kept.value,
    gridId: kept.value.gridId ?? (grids.length === 1 ? grids[0]?.id : undefined),
    day: kept.value.day < today(now) ? today(now) : kept.value.day,
  };
  const sending = useSending({
    key: `patrol-sent:${about}`,
    schema: PatrolBody,
    send,
    onDone: (patrol) => {
      kept.clear();
      notify(`排好了：${dayWords(patrol.day, now)} ${patrol.grid.name} ${patrol.items.length} 条`);
      back();
    },
  });
  return {
    plan,
    grids,
    now,
    change: kept.setValue,
    missing: sending.isLocked ? undefined : missingIn(plan),
    submit: () => sending.submit(async () => bodyOf(plan, communityId, await freshPatrolId(communityId))),
    sending,
  };
};
